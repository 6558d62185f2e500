import {ENDPOINTS} from '../core/contract/endpoints.ts'
import type {Preview, Receipt} from '../core/contract/repair.ts'
import {usePasses} from './passes-context.ts'

export type Undoing = {
  /** What would be put back; nothing is written. */
  preview: (record: string, options?: {signal?: AbortSignal}) => Promise<Preview>
  undo: (record: string) => Promise<Receipt>
}

/** The dry run of an undo: the same question, answered with what would be written. */
const DRY = {...ENDPOINTS.undo, answer: ENDPOINTS.undo.dryAnswer}

/**
 * Takes a repair back. The receipt reaches every screen of the school by itself.
 *
 * @example const {preview, undo} = useUndo(school.id); await undo(record.id)
 */
export function useUndo(school: string): Undoing {
  const {api, publish} = usePasses()
  const params = {school}
  return {
    preview: (record, {signal} = {}) =>
      api.call(DRY, {params, body: {record, dryRun: true}, ...(signal ? {signal} : {})}),
    async undo(record) {
      const receipt = await api.call(ENDPOINTS.undo, {params, body: {record}})
      publish(school, receipt)
      return receipt
    },
  }
}
