import type {BatchRow} from '../../api/send-batch.ts'
import {faultOf} from '../../api/fault-of.ts'
import {BATCH_AT_MOST} from '../../core/contract/batch-at-most.ts'
import type {Fault, FaultCode} from '../../core/contract/fault.ts'
import type {KeptRecord, RepairRequest} from '../../core/contract/repair.ts'
import {subjectId} from '../../core/contract/subject-id.ts'
import {asFault} from '../../live/as-fault.ts'
import type {Outcome} from './many-flow.ts'

export type BatchOptions = {
  rows: readonly {key: string; request: Omit<RepairRequest, 'batch'>}[]
  /** Carries out up to 50 of them. */
  send: (items: Omit<RepairRequest, 'batch'>[], onRow: (row: BatchRow) => void) => Promise<unknown>
  /** What stands written of this batch. */
  records: () => Promise<KeptRecord[]>
  onRow: (key: string, outcome: Outcome) => void
}

/** Faults that the next fifty rows would meet as well. */
const STOPS: ReadonlySet<FaultCode> = new Set([
  'unauthenticated',
  'forbidden',
  'contract_mismatch',
  'misconfigured',
  'account_unreadable',
  'bad_response',
  'unreachable',
])

/**
 * Carries out any number of repairs, fifty after fifty, and tells how each row ended. Where the answer was cut, the
 * records of the batch say what was done; only what they do not know counts as failed.
 */
export async function runBatch({rows, send, records, onRow}: BatchOptions): Promise<void> {
  let stopped: Fault | null = null
  for (let from = 0; from < rows.length; from += BATCH_AT_MOST) {
    const open = new Map(rows.slice(from, from + BATCH_AT_MOST).map((row, place) => [place, row]))
    const fault: Fault | null =
      stopped ??
      (await send(
        [...open.values()].map(({request}) => request),
        (part) => {
          const row = open.get(part.row)
          if (row === undefined) return
          open.delete(part.row)
          onRow(row.key, outcomeOf(part))
        },
      ).then(() => null, asFault))
    if (fault === null) continue
    const written = stopped === null ? await records().catch(() => []) : []
    const done = new Map(written.map((record) => [subjectOf(record), record.id]))
    for (const {key, request} of open.values()) {
      const record = done.get(subjectId(request.subject))
      onRow(key, record === undefined ? {state: 'failed', fault} : {state: 'done', record})
    }
    if (STOPS.has(fault.code)) stopped = fault
  }
}

function outcomeOf(part: BatchRow): Outcome {
  if (part.state === 'done') return {state: 'done', record: part.receipt.record.id}
  return {state: part.state, fault: faultOf(part.error)}
}

function subjectOf({subject}: KeptRecord): string {
  return subject === null ? '' : subjectId(subject)
}
