import type {Preview, Receipt} from '../core/contract/repair.ts'
import {usePasses} from './passes-context.ts'

export type Undoing = {
  /** What would be put back; nothing is written. */
  preview: (record: string, options?: {signal?: AbortSignal}) => Promise<Preview>
  undo: (record: string) => Promise<Receipt>
}

/**
 * Takes a repair back. The receipt reaches every screen of the school by itself.
 *
 * @example const {preview, undo} = useUndo(school.id); await undo(record.id)
 */
export function useUndo(school: string): Undoing {
  const {ask, publish} = usePasses()
  return {
    preview: (record, options) => ask('undoPreview', {school, record}, options),
    async undo(record) {
      const receipt = await ask('undo', {school, record})
      publish(school, receipt)
      return receipt
    },
  }
}
