import type {Preview, PreviewRequest, Receipt, RepairRequest} from '../core/contract/repair.ts'
import {usePasses} from './passes-context.ts'

export type Repairing = {
  preview: (request: PreviewRequest, options?: {signal?: AbortSignal}) => Promise<Preview>
  repair: (request: RepairRequest) => Promise<Receipt>
}

/**
 * Asks what a repair would write, and carries it out. A receipt reaches every screen of the school by itself.
 *
 * @example
 * const {preview, repair} = useRepair(school.id)
 * const {plan} = await preview({subject: {payment: 'cs_1'}, kind: 'grant'})
 * await repair({subject: {payment: 'cs_1'}, kind: 'grant', plan})
 */
export function useRepair(school: string): Repairing {
  const {ask, publish} = usePasses()
  return {
    preview: (body, options) => ask('preview', {school, body}, options),
    async repair(body) {
      const receipt = await ask('repair', {school, body})
      publish(school, receipt)
      return receipt
    },
  }
}
