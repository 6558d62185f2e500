import type {Parameters} from './parameters.ts'
import {badRequest, type StripeFault} from './stripe-fault.ts'

/** Refuses what Stripe would take and the local one does not carry: saying so is better than doing less. */
export function refuseUncarried(given: Parameters, carried: Record<string, boolean>): void {
  for (const [name, isCarried] of Object.entries(carried)) {
    if (!isCarried && given[name] !== undefined) throw uncarried(name)
  }
}

export function uncarried(what: string): StripeFault {
  return badRequest(`The local Stripe does not carry ${what}.`, {param: what})
}
