import type {EntitlementPatch} from '../contract/change.ts'
import type {Entitlement} from '../contract/entitlement.ts'
import {DAY} from '../contract/instant.ts'
import type {Pass} from '../contract/pass.ts'
import {isUpgradedInPlace, type Case} from './case.ts'
import {classesDue} from './classes-used.ts'
import type {FindFaults} from './find-faults.ts'
import {paidPrice} from './grant-fields.ts'
import {earnedTerms, type Terms} from './terms.ts'

/** Another pass than was paid for. The names on the payment decide, never the price. */
export const findWrongPass: FindFaults = (one, entitlement) => {
  const {paid} = one.attribution
  if (paid.id === null || entitlement.pass === paid.id || isUpgradedInPlace(entitlement)) return []
  if (paid.pass === null) {
    return [{verdict: 'wrong_pass', reasons: ['other_pass', 'pass_deleted'], certain: false, mend: null}]
  }
  const earned = earnedTerms(one.payment, paid.pass)
  if (earned === null) {
    return [
      {verdict: 'wrong_pass', reasons: ['other_pass', 'pass_not_grantable'], certain: false, mend: null},
    ]
  }
  return [
    {
      verdict: 'wrong_pass',
      reasons: ['other_pass'],
      // A line item's text is not an id: the pass may have been renamed since.
      certain: paid.by !== 'line_item',
      mend: becomes(one, entitlement, paid.pass, earned),
    },
  ]
}

function becomes(
  one: Case,
  entitlement: Entitlement,
  pass: Pass,
  earned: Terms,
): Pick<EntitlementPatch, 'set' | 'unset'> {
  const {starts, ends, passName, price} = entitlement
  const classes = classesDue(one.world, entitlement, earned)
  const set: EntitlementPatch['set'] = {pass: pass.id, type: earned.type}
  if (classes !== null) set.classesLeft = classes
  if (pass.name !== null && passName !== pass.name) set.passName = pass.name
  const start = starts?.at ?? null
  if (start === null || start >= earned.ends) set.starts = earned.starts
  const end = ends?.at ?? null
  if (end === null || Math.abs(end - earned.ends) > DAY || end <= (set.starts ?? start ?? earned.starts)) {
    set.ends = earned.ends
  }
  const paid = paidPrice(one.payment)
  if (paid !== null && price !== paid) set.price = paid
  return {set, unset: classes === null && entitlement.classesLeft !== null ? ['classesLeft'] : []}
}
