import type {BatchRow} from '../api/send-batch.ts'
import type {BatchRequest, PreviewsAnswer, PreviewsRequest} from '../core/contract/batch.ts'
import type {RecordsAnswer} from '../core/contract/endpoints.ts'
import type {KeptRecord} from '../core/contract/repair.ts'
import {usePasses} from './passes-context.ts'

export type Batching = {
  /** What up to 50 repairs would write, each in its place. */
  previews: (request: PreviewsRequest, options?: {signal?: AbortSignal}) => Promise<PreviewsAnswer>
  /** Carries out up to 50 repairs and tells of each. */
  send: (request: BatchRequest, onRow: (row: BatchRow) => void) => Promise<number[]>
  /** Everything that stands written of one batch. */
  records: (batch: string) => Promise<KeptRecord[]>
}

/**
 * Repairs many at once. Each receipt reaches every screen of the school as it comes.
 *
 * @example const {previews, send} = useBatch(school.id)
 */
export function useBatch(school: string): Batching {
  const {ask, publish} = usePasses()
  return {
    previews: (body, options) => ask('previews', {school, body}, options),
    send: (body, onRow) =>
      ask(
        'batch',
        {school, body},
        {
          onRow(row) {
            if (row.state === 'done') publish(school, row.receipt)
            onRow(row)
          },
        },
      ),
    async records(batch) {
      const found: KeptRecord[] = []
      for (let after: string | null = null; ;) {
        const page: RecordsAnswer = await ask('records', {school, batch, after})
        found.push(...page.records)
        if (page.next === null) return found
        after = page.next
      }
    },
  }
}
