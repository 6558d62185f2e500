import type {Entitlement} from '../contract/entitlement.ts'
import {DAY} from '../contract/instant.ts'
import type {Reason} from '../contract/verdict.ts'
import {isUndone, isUpgradedAway, isUpgradedInPlace, type Case} from './case.ts'
import type {Judgement} from './judgement.ts'
import {isMoneyBack} from './lost-money.ts'
import {personOf} from './people.ts'
import {earnedTerms, isChangedSince} from './terms.ts'
import type {World} from './world.ts'

/** What is worth knowing beside a verdict without changing it. */
export function notesOf(one: Case, {verdict}: Judgement): Reason[] {
  const notes: Reason[] = []
  if (verdict === 'excluded') return notes
  const {payment, attribution, world, judged} = one
  const {pass} = attribution.paid
  if (isDrafted(one)) notes.push('open_draft')
  if (pass !== null && isChangedSince(pass, payment)) notes.push('pass_changed_since')
  if (stands(one, isUpgradedInPlace)) notes.push('in_place_upgrade')
  if (stands(one, isUpgradedAway)) notes.push('upgraded_away')
  if (verdict === 'matched' && isMoneyBack(payment)) {
    notes.push(judged === null ? 'refunded_nothing_granted' : 'refunded_and_revoked')
  }
  if (judged !== null) {
    noteTerms(one, judged, notes)
    noteHolder(judged, world, notes)
  }
  return notes
}

function stands({held}: Case, is: (entitlement: Entitlement) => boolean): boolean {
  return held.some(({entitlement}) => is(entitlement) && !isUndone(entitlement))
}

function isDrafted({held, suggested, leftovers, world: {draftsOf}}: Case): boolean {
  if (draftsOf.size === 0) return false
  const isSuggested = suggested !== null && draftsOf.has(suggested.id)
  return (
    isSuggested ||
    [...held.map(({entitlement}) => entitlement), ...leftovers].some(({id}) => draftsOf.has(id))
  )
}

function noteTerms({payment, attribution, world}: Case, entitlement: Entitlement, notes: Reason[]): void {
  const delay = entitlement.createdAt - payment.paidAt
  if (delay > world.setting.transit) notes.push('granted_late')
  const {pass, id} = attribution.paid
  if (pass === null || entitlement.pass !== id || isUpgradedInPlace(entitlement)) return
  const earned = earnedTerms(payment, pass)
  if (earned === null) return
  const {classesLeft, ends} = entitlement
  if (earned.classes !== null && classesLeft !== null && classesLeft > earned.classes)
    notes.push('more_than_limit')
  // Granted late and counted from then is not longer; what the rule said before the pass changed is not known.
  const tolerance = Math.max(DAY, entitlement.createdAt - payment.createdAt)
  const end = ends?.at ?? null
  if (end !== null && end - earned.ends > tolerance && !isChangedSince(pass, payment))
    notes.push('longer_than_rule')
}

/** What the holder's identity says: an old kind of reference, or a later login with the same email. */
export function noteHolder({student}: Entitlement, {people}: World, notes: Reason[]): void {
  const document = student === null ? null : people.byReference(student)
  if (document === null) return
  if (document.id !== student) notes.push('legacy_reference')
  if (document.email === null || people.hasEmailAlone(document)) return
  const newest = people.byEmail(document.email).people.at(-1)
  if (
    newest !== undefined &&
    personOf(newest) !== personOf(document) &&
    newest.createdAt > document.createdAt
  ) {
    notes.push('newer_identity')
  }
}
