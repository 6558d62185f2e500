import type {Entitlement} from '../contract/entitlement.ts'
import type {Payment} from '../contract/payment.ts'
import {isSale} from './is-sale.ts'
import {referencesOf} from './references.ts'
import type {Held} from './case.ts'
import type {Setting} from './setting.ts'

export type IdMatches = {
  heldFor: ReadonlyMap<string, Held[]>
  /** Entitlements that some payment answers to. */
  claimed: ReadonlySet<Entitlement>
}

/** The passes of matching that go by ids, strongest first. */
const PASSES = ['session', 'intent', 'charge'] as const

/**
 * Gives each entitlement to the one payment whose id it carries: the session's before the payment intent's before
 * the charge's. Only what was paid counts as a payment. A null id equals nothing.
 */
export function matchIds(
  payments: readonly Payment[],
  entitlements: readonly Entitlement[],
  {tally}: Setting,
): IdMatches {
  const payment = {
    session: new Map<string, Payment>(),
    intent: new Map<string, Payment>(),
    charge: new Map<string, Payment>(),
  }
  for (const one of payments) {
    if (!one.paid || !isSale(one)) continue
    payment.session.set(one.id, one)
    if (one.paymentIntent !== null) payment.intent.set(one.paymentIntent, one)
    if (one.charge !== null) payment.charge.set(one.charge, one)
    if (one.chargePaymentIntent !== null) payment.charge.set(one.chargePaymentIntent, one)
  }
  const heldFor = new Map<string, Held[]>()
  const claimed = new Set<Entitlement>()
  const give = (to: Payment, held: Held): void => {
    claimed.add(held.entitlement)
    const known = heldFor.get(to.id)
    if (known === undefined) heldFor.set(to.id, [held])
    else if (!known.some(({entitlement}) => entitlement === held.entitlement)) known.push(held)
  }
  for (const entitlement of entitlements) {
    const references = referencesOf(entitlement)
    for (const by of PASSES) {
      tally.comparisons += references.length
      const found = references.map((reference) => payment[by].get(reference)).find((one) => one !== undefined)
      if (found === undefined) continue
      give(found, {entitlement, by})
      break
    }
    for (const {session} of entitlement.upgradeHistory) {
      const found = session === null ? undefined : payment.session.get(session)
      if (found !== undefined) give(found, {entitlement, by: 'history'})
    }
  }
  return {heldFor, claimed}
}
