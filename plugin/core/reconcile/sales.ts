import type {Entry} from '../contract/entry.ts'
import type {Instant} from '../contract/instant.ts'
import type {Payment} from '../contract/payment.ts'
import {lostMoney} from './lost-money.ts'

/** A pass that was paid for, and whether its student holds one for it. */
export type Sale = {payment: string; at: Instant; granted: boolean}

/**
 * The sales among entries: paid for, not within the transit time, and not given back before anything was granted.
 *
 * @example salesOf(entries, payments).filter(({granted}) => !granted)
 */
export function salesOf(entries: readonly Entry[], payments: readonly Payment[]): Sale[] {
  const byId = new Map(payments.map((payment) => [payment.id, payment]))
  return entries.flatMap(({payment: id, verdict, entitlements}) => {
    const payment = byId.get(id ?? '')
    if (payment === undefined || verdict === 'excluded' || verdict === 'in_transit') return []
    const granted = entitlements.length > 0
    if (!granted && lostMoney(payment) !== null) return []
    return [{payment: payment.id, at: payment.paidAt, granted}]
  })
}
