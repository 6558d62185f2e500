import {expect} from 'vitest'
import type {z} from 'zod/mini'
import {type BatchPart, batchPart, previewsAnswer} from '../../plugin/core/contract/batch.ts'
import {recordsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {preview, receipt, type Preview, type PreviewRequest} from '../../plugin/core/contract/repair.ts'
import {type CallOptions, PREVIEW, REPAIRS, SCHOOL, type Setup} from './setup.ts'

export const UNDO = `${SCHOOL}/undo`
export const PREVIEWS = `${SCHOOL}/previews`
export const BATCH = `${REPAIRS}/batch`
export const RECORDS = `${SCHOOL}/records`

type As = Pick<CallOptions, 'as'>

/** What somebody sees before they decide. */
export async function previewOf({send}: Setup, wish: PreviewRequest, as: As = {}): Promise<Preview> {
  return answered(preview, await send(PREVIEW, {body: wish, ...as}))
}

/** What somebody sees and confirms. */
export async function repair(at: Setup, wish: PreviewRequest, as: As = {}) {
  const {plan} = await previewOf(at, wish, as)
  return answered(receipt, await at.send(REPAIRS, {body: {...wish, plan}, ...as}))
}

/** Takes a repair back. */
export async function undo(at: Setup, record: string, as: As = {}) {
  return answered(receipt, await at.send(UNDO, {body: {record}, ...as}))
}

/** What was done, newest first. */
export async function recordsOf({send}: Setup, query = '') {
  return answered(recordsAnswer, await send(`${RECORDS}${query}`))
}

export type Period = {from: number; to: number}

/** The previews of many rows, in their order. */
export async function previewsOf({send}: Setup, items: PreviewRequest[], period?: Period) {
  const body = {items, ...(period && {period})}
  return (await answered(previewsAnswer, await send(PREVIEWS, {body}))).items
}

/** The rows with the plans that were shown for them; every one must have been shown. */
export async function shown(at: Setup, items: PreviewRequest[], period?: Period) {
  const previews = await previewsOf(at, items, period)
  return items.map((item, row) => {
    const found = previews[row]
    if (found === undefined || !('preview' in found)) throw new Error(`row ${row}: ${JSON.stringify(found)}`)
    return {...item, plan: found.preview.plan}
  })
}

/** The lines that a batch is answered with. */
export async function batchParts(response: Response): Promise<BatchPart[]> {
  expect(response.headers.get('content-type')).toContain('application/x-ndjson')
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  return lines.map((line) => batchPart.parse(JSON.parse(line)))
}

async function answered<T>(schema: z.ZodMiniType<T>, response: Response): Promise<T> {
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(body)}`)
  return schema.parse(body)
}
