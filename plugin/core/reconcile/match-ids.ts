import type {Entitlement} from '../contract/entitlement.ts'
import type {Payment} from '../contract/payment.ts'
import type {Held} from './case.ts'
import {isSale} from './is-sale.ts'
import {referencesOf} from './references.ts'
import type {Setting} from './setting.ts'

export type IdMatches = {
  heldFor: ReadonlyMap<Payment, Held[]>
  /** Entitlements that some payment answers to. */
  claimed: ReadonlySet<Entitlement>
}

/**
 * Gives each entitlement to the one payment whose id it carries: the session's before the payment intent's before
 * the charge's. Only what was paid counts as a payment. A null id equals nothing.
 */
export function matchIds(
  payments: ReadonlyMap<string, Payment>,
  entitlements: readonly Entitlement[],
  {tally}: Setting,
): IdMatches {
  const bySession = (id: string | null): Payment | undefined => {
    const found = id === null ? undefined : payments.get(id)
    return found !== undefined && found.paid && isSale(found) ? found : undefined
  }
  const heldFor = new Map<Payment, Held[]>()
  const claimed = new Set<Entitlement>()
  const give = (to: Payment, held: Held): void => {
    claimed.add(held.entitlement)
    const known = heldFor.get(to)
    if (known === undefined) heldFor.set(to, [held])
    else if (!known.some(({entitlement}) => entitlement === held.entitlement)) known.push(held)
  }
  const others: Entitlement[] = []
  for (const entitlement of entitlements) {
    const {session, paymentIntent} = entitlement
    tally.comparisons += 1
    const found = bySession(session) ?? bySession(paymentIntent)
    if (found !== undefined) give(found, {entitlement, by: 'session'})
    else if (session !== null || paymentIntent !== null) others.push(entitlement)
  }
  for (const by of ['intent', 'charge'] as const) {
    for (const [entitlement, payment] of answers(payments.values(), others, by, tally)) {
      if (!claimed.has(entitlement)) give(payment, {entitlement, by})
    }
  }
  for (const entitlement of entitlements) {
    for (const {session} of entitlement.upgradeHistory) {
      const found = bySession(session)
      if (found !== undefined) give(found, {entitlement, by: 'history'})
    }
  }
  return {heldFor, claimed}
}

/** Of the few that carry no session's id: which payment answers to what they do carry. */
function answers(
  payments: Iterable<Payment>,
  entitlements: readonly Entitlement[],
  by: 'intent' | 'charge',
  tally: Setting['tally'],
): Map<Entitlement, Payment> {
  const found = new Map<Entitlement, Payment>()
  const carrying = new Map<string, Entitlement[]>()
  for (const entitlement of entitlements) {
    for (const reference of referencesOf(entitlement)) {
      const known = carrying.get(reference)
      if (known === undefined) carrying.set(reference, [entitlement])
      else known.push(entitlement)
    }
  }
  if (carrying.size === 0) return found
  const look = (payment: Payment, id: string | null): void => {
    const those = id === null ? undefined : carrying.get(id)
    if (those === undefined || !payment.paid || !isSale(payment)) return
    for (const entitlement of those) {
      tally.comparisons += 1
      const known = found.get(entitlement)
      // One id is one payment's. Should two claim it, the order of what was read must not decide.
      if (known === undefined || payment.id < known.id) found.set(entitlement, payment)
    }
  }
  for (const payment of payments) {
    tally.comparisons += 1
    if (by === 'intent') look(payment, payment.paymentIntent)
    else {
      look(payment, payment.charge)
      look(payment, payment.chargePaymentIntent)
    }
  }
  return found
}
