import type {BatchPart, BatchRequest} from '../../plugin/core/contract/batch.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault, type FaultBody, type FaultCode} from '../../plugin/core/contract/fault.ts'
import type {Receipt, RepairRequest} from '../../plugin/core/contract/repair.ts'
import {type Period, WriteConflict} from '../ports.ts'
import {carryOut} from './carry-out.ts'
import {findRivals, type Made} from './find-rivals.ts'
import {judgeMany} from './judge-many.ts'
import {toFault, type Judged} from './judge-repair.ts'
import {demandSamePlan, madeFor, repairOnce, toUndertaking} from './repairs.ts'
import type {RequestCase} from './request-case.ts'

const AT_ONCE = 4
const CHANGED_MEANWHILE: ReadonlySet<FaultCode> = new Set(['plan_changed', 'already_repaired'])

export type SendBatchPart = (part: BatchPart) => Promise<void>

/**
 * Carries out many repairs, each in a transaction of its own, and tells of each as it ends. One that fails stops no
 * other. When nobody listens any more no further row is begun: what was done stands in the records of the batch.
 *
 * @param options.toFaultBody how a row's failure is told
 */
export async function streamBatch(
  of: RequestCase,
  {batch, items, period}: BatchRequest,
  {send, toFaultBody}: {send: SendBatchPart; toFaultBody: (error: unknown) => FaultBody},
): Promise<void> {
  const named = items.map((item) => Object.assign({batch}, item))
  const rows = judgeMany(of, named, untilIncluded(period)).getReader()
  const made: (Made & {row: number; timeZone: string})[] = []
  const counts = {done: 0, failed: 0, skipped: 0}

  const work = async (): Promise<void> => {
    for (let next = await rows.read(); !next.done; next = await rows.read()) {
      const {item, row, judged} = next.value
      const part = await rowPart(row, () => repairRow(of, judged, item))
      counts[part.state] += 1
      await send(part)
    }
  }
  const rowPart = async (row: number, repair: () => Promise<{receipt: Receipt; facts: Facts}>) => {
    try {
      const {receipt, facts} = await repair()
      const one = madeFor(receipt, facts)
      if (one !== null) made.push({...one, row, timeZone: facts.school.timeZone})
      return {row, state: 'done' as const, receipt}
    } catch (error) {
      const isChanged = error instanceof Fault && CHANGED_MEANWHILE.has(error.code)
      return {row, state: isChanged ? ('skipped' as const) : ('failed' as const), error: toFaultBody(error)}
    }
  }
  await Promise.all(Array.from({length: AT_ONCE}, work))
  await send({done: counts, duplicates: await duplicatesOf(of, made)})
}

/** The end of the period as the readers have it: not counted in. */
export function untilIncluded(period: BatchRequest['period']): Period | null {
  return period === undefined ? null : {from: period.from, to: period.to + 1}
}

async function repairRow(
  of: RequestCase,
  judged: Judged | null,
  request: RepairRequest,
): Promise<{receipt: Receipt; facts: Facts}> {
  if (judged === null) return repairOnce(of, request)
  const {facts, plan} = judged
  if ('refused' in plan) throw toFault(plan)
  await demandSamePlan(of, plan, request.plan)
  try {
    return {receipt: await carryOut(of, toUndertaking(of, {plan, facts, request})), facts}
  } catch (error) {
    // Somebody wrote first: reading it again by itself says best what became of it.
    if (error instanceof WriteConflict) return repairOnce(of, request)
    throw error
  }
}

async function duplicatesOf(
  of: RequestCase,
  made: readonly (Made & {row: number; timeZone: string})[],
): Promise<{row: number; entitlements: string[]}[]> {
  const rivals = await findRivals(of, made, made[0]?.timeZone ?? 'UTC')
  return made.flatMap(({row, payment}) => {
    const others = rivals?.get(payment.id) ?? []
    return others.length === 0 ? [] : [{row, entitlements: others.map(({id}) => id)}]
  })
}
