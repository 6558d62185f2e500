import type {HealthEvent} from './health.ts'

export type EventOutcome = 'no_sale' | 'granted' | 'in_transit' | 'pending' | 'not_granted'

/** What became of what Stripe told: of a sale that has no pass, whether that is because it was not delivered. */
export function outcomeOf({entitlements, pending, inTransit}: HealthEvent): EventOutcome {
  if (entitlements === null) return 'no_sale'
  if (entitlements.length > 0) return 'granted'
  if (inTransit) return 'in_transit'
  return pending > 0 ? 'pending' : 'not_granted'
}
