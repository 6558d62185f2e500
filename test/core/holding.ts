import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {aPass, aPayment, anEntitlement} from './build-facts.ts'
import {judged} from './judged.ts'

/** What differs from the clip card that Ada bought and holds. */
export type Words = {held?: Partial<Entitlement>; pass?: Partial<Pass>; paid?: Partial<Payment>}

export const dropIn = aPass({
  id: 'P1',
  name: 'Drop-in Class',
  type: 'single',
  price: 250,
  validityDays: 1,
  classesLimit: null,
})
/** A time that nobody can read. */
export const garbled = {text: 'soon', at: null}
export const IN_ORDER = {verdict: 'matched', reasons: []}

/** The verdict on the clip card that Ada bought and holds, but for these fields of it, its pass or its payment. */
export function holding(
  held: Partial<Entitlement>,
  {pass = {}, payment = {}}: {pass?: Partial<Pass>; payment?: Partial<Payment>} = {},
) {
  return judged({
    passes: [aPass(pass), dropIn],
    payments: [aPayment(payment)],
    entitlements: [anEntitlement(held)],
  })
}

/** The same, told by what differs. */
export function holdingBut({held = {}, pass = {}, paid = {}}: Words) {
  return holding(held, {pass, payment: paid})
}

/** The one patch that mends it. */
export function mended(words: Words) {
  const [change, ...others] = holdingBut(words).repair?.changes ?? []
  if (change === undefined || !('patch' in change) || others.length > 0) throw new Error('not one patch')
  const {set, unset} = change.patch
  return {set, unset}
}
