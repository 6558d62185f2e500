import {batchPart, type BatchPart, type BatchRequest} from '../core/contract/batch.ts'
import {ENDPOINTS} from '../core/contract/endpoints.ts'
import {Fault} from '../core/contract/fault.ts'
import {faultOf} from './fault-of.ts'
import type {Far} from './send.ts'
import {streamParts} from './stream-parts.ts'

/** What became of one row of a batch. */
export type BatchRow = Extract<BatchPart, {row: number}>

export type BatchSending = BatchRequest & {
  school: string
  onRow: (row: BatchRow) => void
}

/**
 * Carries out up to 50 repairs, telling of each as it ends. Never sent twice by itself: after a lost answer the records
 * of the batch say what was carried out.
 *
 * @returns rows whose payment got a second pass from somebody else meanwhile, by their places
 * @throws Fault as `call` does; `unreachable` when the stream ended before its end
 */
export async function sendBatch(far: Far, {school, onRow, ...body}: BatchSending): Promise<number[]> {
  const path = ENDPOINTS.batch.path.replace(':school', encodeURIComponent(school))
  for await (const part of streamParts(far, {method: 'POST', path, body}, batchPart)) {
    if ('fault' in part) throw faultOf(part.fault)
    if ('row' in part) onRow(part)
    else return part.duplicates.map(({row}) => row)
  }
  throw new Fault('unreachable', 'the stream of a batch ended before its end', {endpoint: far.endpoint})
}
