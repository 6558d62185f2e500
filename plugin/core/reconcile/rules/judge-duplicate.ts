import type {Change} from '../../contract/change.ts'
import type {Entitlement} from '../../contract/entitlement.ts'
import type {Reason} from '../../contract/verdict.ts'
import {isActive, isUpgradedInPlace, type Case, type Held} from '../case.ts'
import {classesCounted} from '../classes-used.ts'
import {certainMending} from '../correction.ts'
import {propose, type Rule} from '../judgement.ts'
import {endOld, isPayers, leftActive} from '../old-half.ts'
import {revocation} from '../revocation.ts'

/** One payment, more than one active entitlement. */
export const judgeDuplicate: Rule = (one) => {
  if (one.held.length + one.leftovers.length < 2) return null
  const active = one.held.filter(({entitlement}) => isActive(entitlement, one.world.setting.now))
  const [kept, ...extras] = keepFirst(one, active)
  if (kept === undefined || (extras.length === 0 && one.leftovers.length === 0)) return null
  const reasons: Reason[] = []
  if (extras.length > 0) reasons.push(sharedId([kept, ...extras]))
  if (one.leftovers.length > 0) reasons.push('manual_leftover')
  const isGuess = one.leftovers.length > 0 || extras.some((extra) => standsForAnother(one, extra))
  // What stays is put right in the same transaction, or the payment would be a mismatch again at once.
  const mended = isGuess ? {reasons: [], changes: []} : mendingOfKept(one, kept.entitlement)
  const ended = [...extras.map(({entitlement}) => entitlement), ...one.leftovers]
  return {
    verdict: 'duplicate',
    reasons: [...reasons, ...mended.reasons],
    confidence: isGuess ? 'check' : 'certain',
    repair: propose('revoke', [
      ...ended.map((entitlement) => revocation(entitlement, `duplicate of ${kept.entitlement.id}`)),
      ...mended.changes,
    ]),
  }
}

/** What was upgraded, in place or by a payment that names it: ending it would say something of that payment too. */
function standsForAnother({world}: Case, {entitlement}: Held): boolean {
  return isUpgradedInPlace(entitlement) || world.upgraded.has(entitlement.id)
}

function mendingOfKept(one: Case, kept: Entitlement): {reasons: Reason[]; changes: Change[]} {
  const {reasons, changes} = certainMending(one, kept)
  const old = isPayers(one, kept) ? leftActive(one, kept) : null
  return old === null
    ? {reasons, changes}
    : {reasons: ['old_active', ...reasons], changes: [endOld(old, one), ...changes]}
}

/** The one with classes used, else the earliest, as they stand. What carries no id never stands among these. */
function keepFirst({world}: Case, active: readonly Held[]): Held[] {
  const used = (entitlement: Entitlement): number => classesCounted(world, entitlement)
  return active.toSorted(({entitlement: a}, {entitlement: b}) => used(b) - used(a))
}

function sharedId(held: readonly Held[]): Reason {
  const bySession = held.filter(({by}) => by === 'session' || by === 'history').length
  return bySession > 1 ? 'same_session' : 'same_payment_intent'
}
