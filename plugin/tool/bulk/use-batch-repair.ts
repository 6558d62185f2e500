import {BATCH_AT_MOST} from '../../core/contract/batch-at-most.ts'
import type {Money} from '../../core/contract/money.ts'
import type {Preview, PreviewRequest} from '../../core/contract/repair.ts'
import {faultOf} from '../../api/fault-of.ts'
import {useBatch} from '../../hooks/use-batch.ts'
import {runBatch} from './run-batch.ts'
import {useMany, type Many} from './use-many.ts'

/** A row that is to be repaired together with others. */
export type BatchItem = {
  key: string
  request: PreviewRequest
  /** Whom it is about, in words. */
  whose: string
  amount: Money | null
  /** When its payment was created; null where there is none. */
  createdAt: number | null
}

type BatchRepairOptions = {
  school: string
  /** Tells under which name the rows are carried out, before the first is sent. */
  onBegin: (batch: string) => void
  /** The name of rows that are sent once more. */
  batch: string | null
}

/** The repair of the selected rows: previews fifty at a time, then carried out fifty at a time. */
export function useBatchRepair({school, onBegin, batch}: BatchRepairOptions): Many<BatchItem> {
  const {previews, send, records} = useBatch(school)
  return useMany<BatchItem>({
    async check(items, onChecked, signal) {
      for (let from = 0; from < items.length; from += BATCH_AT_MOST) {
        const some = items.slice(from, from + BATCH_AT_MOST)
        const period = periodOf(some)
        const answer = await previews(
          {items: some.map(({request}) => request), ...(period === null ? {} : {period})},
          {signal},
        )
        onChecked(
          answer.items.flatMap((one, place) => {
            const key = some[place]?.key
            if (key === undefined) return []
            return [[key, 'preview' in one ? one : {fault: faultOf(one.error)}] as const]
          }),
        )
      }
    },
    async run(rows, onRow) {
      const name = batch ?? crypto.randomUUID()
      onBegin(name)
      const period = periodOf(rows.map(({item}) => item))
      await runBatch({
        rows: rows.map(({item, preview}) => ({key: item.key, request: asked(item, preview)})),
        send: (items, onPart) => send({batch: name, items, ...(period === null ? {} : {period})}, onPart),
        records: () => records(name),
        onRow,
      })
    },
  })
}

function asked({request}: BatchItem, {plan}: Preview) {
  return {...request, plan}
}

/** From when to when the payments of the rows were created: lets the function read pages instead of each by itself. */
function periodOf(items: readonly BatchItem[]): {from: number; to: number} | null {
  const times = items.map(({createdAt}) => createdAt).filter((at) => at !== null)
  return times.length < items.length || times.length === 0
    ? null
    : {from: Math.min(...times), to: Math.max(...times)}
}
