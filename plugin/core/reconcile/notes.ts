import type {Entitlement} from '../contract/entitlement.ts'
import {DAY} from '../contract/instant.ts'
import type {Reason} from '../contract/verdict.ts'
import {isUpgradedAway, isUpgradedInPlace, standing, type Case} from './case.ts'
import type {Judgement} from './judgement.ts'
import {personOf} from './people.ts'
import {isMoneyBack} from './lost-money.ts'
import {earnedTerms, isChangedSince} from './terms.ts'
import type {World} from './world.ts'

/** What is worth knowing beside a verdict without changing it. */
export function notesOf(one: Case, {verdict, reasons}: Judgement): Reason[] {
  if (verdict === 'excluded') return []
  const notes: Reason[] = []
  const {payment, attribution, world} = one
  const held = standing(one).map(({entitlement}) => entitlement)
  const all = [...held, ...(one.suggested === null ? [] : [one.suggested]), ...one.leftovers]
  if (world.draftsOf.size > 0 && all.some(({id}) => world.draftsOf.has(id))) notes.push('open_draft')
  if (attribution.paid.pass !== null && isChangedSince(attribution.paid.pass, payment))
    notes.push('pass_changed_since')
  if (held.some(isUpgradedInPlace)) notes.push('in_place_upgrade')
  if (held.some(isUpgradedAway)) notes.push('upgraded_away')
  if (verdict === 'matched' && isMoneyBack(payment)) {
    notes.push(held.length > 0 ? 'refunded_and_revoked' : 'refunded_nothing_granted')
  }
  const judged = one.judged
  if (judged !== null) notes.push(...termNotes(one, judged), ...holderNotes(judged, world))
  return notes.filter((note) => !reasons.includes(note))
}

function termNotes({payment, attribution, world}: Case, entitlement: Entitlement): Reason[] {
  const notes: Reason[] = []
  const delay = entitlement.createdAt - payment.paidAt
  if (delay > world.setting.transit) notes.push('granted_late')
  const {pass, id} = attribution.paid
  const earned = pass === null || entitlement.pass !== id ? null : earnedTerms(payment, pass)
  if (earned === null || pass === null || isUpgradedInPlace(entitlement)) return notes
  const {classesLeft, ends} = entitlement
  if (earned.classes !== null && classesLeft !== null && classesLeft > earned.classes)
    notes.push('more_than_limit')
  // Granted late and counted from then is not longer; what the rule said before the pass changed is not known.
  const tolerance = Math.max(DAY, entitlement.createdAt - payment.createdAt)
  const end = ends?.at ?? null
  if (end !== null && end - earned.ends > tolerance && !isChangedSince(pass, payment))
    notes.push('longer_than_rule')
  return notes
}

/** What the holder's identity says: an old kind of reference, or a later login with the same email. */
export function holderNotes({student}: Entitlement, {people}: World): Reason[] {
  if (student === null) return []
  const document = people.byReference(student)
  if (document === null) return []
  const notes: Reason[] = document.id === student ? [] : ['legacy_reference']
  if (document.email === null || people.hasEmailAlone(document)) return notes
  const newest = people.byEmail(document.email).people.at(-1)
  if (
    newest !== undefined &&
    personOf(newest) !== personOf(document) &&
    newest.createdAt > document.createdAt
  ) {
    notes.push('newer_identity')
  }
  return notes
}
