import type {EntitlementPatch} from '../contract/change.ts'
import type {Entitlement} from '../contract/entitlement.ts'
import {DAY, HOUR} from '../contract/instant.ts'
import type {Pass} from '../contract/pass.ts'
import type {Reason} from '../contract/verdict.ts'
import {isUpgradedInPlace, type Case} from './case.ts'
import {classesDue} from './classes-used.ts'
import type {FindFaults, Finding} from './find-faults.ts'
import {earnedTerms, grantedType, isChangedSince, soldType, type Terms} from './terms.ts'

type Look = {one: Case; entitlement: Entitlement; pass: Pass | null; earned: Terms | null}

/** Impossible terms of the right pass. What is longer or more than the rule gives is goodwill, and left alone. */
export const findWrongTerms: FindFaults = (one, entitlement) => {
  if (isUpgradedInPlace(entitlement)) return []
  // It is the paid one, or else the payment does not name its pass and there is no other to judge by.
  const pass = entitlement.pass === null ? null : one.world.catalogue.byId(entitlement.pass)
  const earned = pass === null ? null : earnedTerms(one.payment, pass)
  const look = {one, entitlement, pass, earned}
  const type = wrongType(look)
  return [...type, ...(type.length > 0 ? [] : wrongClasses(look)), ...wrongDates(look), ...wrongName(look)]
}

function finding(reason: Reason, certain: boolean, mend: Finding['mend']): Finding[] {
  return [{verdict: 'wrong_terms', reasons: [reason], certain, mend}]
}

/** The fault is plain, but what would be right is not: the catalogue gives no terms. */
function blocked(reason: Reason, pass: Pass | null): Finding[] {
  const why = pass === null ? 'pass_deleted' : 'pass_not_grantable'
  return [{verdict: 'wrong_terms', reasons: [reason, why], certain: false, mend: null}]
}

/** Type and classes are always written together: one without the other gives away or takes classes. */
function typeAndClasses({one, entitlement}: Look, earned: Terms): Finding['mend'] {
  const classes = classesDue(one.world, entitlement, earned)
  if (classes !== null) return {set: {type: earned.type, classesLeft: classes}, unset: []}
  return {set: {type: earned.type}, unset: entitlement.classesLeft === null ? [] : ['classesLeft']}
}

function wrongType(look: Look): Finding[] {
  const {one, entitlement, pass, earned} = look
  if (pass === null) return []
  const sold = isChangedSince(pass, one.payment) ? grantedType(soldType(one.payment)) : null
  const expected = sold ?? grantedType(pass.type)
  if (expected === null || expected === entitlement.type) return []
  if (earned === null) return blocked('type', pass)
  const certain = sold !== null || !isChangedSince(pass, one.payment)
  return finding('type', certain, typeAndClasses(look, earned))
}

function wrongClasses(look: Look): Finding[] {
  const {entitlement, pass, earned} = look
  const {classesLeft, type} = entitlement
  const isCounted = type === 'single' || type === 'clipcard' || type === 'multi-pass'
  if (!isCounted || (classesLeft !== null && classesLeft >= 0 && Number.isInteger(classesLeft))) return []
  return earned === null ? blocked('classes', pass) : finding('classes', true, typeAndClasses(look, earned))
}

function wrongDates({one, entitlement, pass, earned}: Look): Finding[] {
  const starts = entitlement.starts?.at ?? null
  const ends = entitlement.ends?.at ?? null
  const begin = starts ?? one.payment.createdAt
  const isLong = earned !== null && earned.ends - earned.starts >= DAY
  const isWrong = starts === null || ends === null || ends <= begin || (isLong && ends - begin <= HOUR)
  if (isWrong) {
    return earned === null ? blocked('dates', pass) : finding('dates', true, mendDates(starts, ends, earned))
  }
  if (earned === null || pass === null || !isChangedSince(pass, one.payment)) return []
  return earned.ends - ends > DAY ? finding('ended_early', false, {set: {ends: earned.ends}, unset: []}) : []
}

/** Only what is wrong: a start that cannot be read says nothing against an end that can. */
function mendDates(starts: number | null, ends: number | null, earned: Terms): Finding['mend'] {
  const set: EntitlementPatch['set'] = {}
  const keepsStart = starts !== null && starts < earned.ends
  if (!keepsStart) set.starts = earned.starts
  const begin = keepsStart ? starts : earned.starts
  const isLong = earned.ends - earned.starts >= DAY
  if (ends === null || ends <= begin || (isLong && ends - begin <= HOUR)) {
    set.ends = earned.ends
    // A start so late that hardly anything is left of the earned time is not the start that was sold.
    if (isLong && earned.ends - begin <= HOUR) set.starts = earned.starts
  }
  return {set, unset: []}
}

function wrongName({entitlement, pass}: Look): Finding[] {
  if ((entitlement.passName?.trim() ?? '') !== '' || pass === null || (pass.name?.trim() ?? '') === '')
    return []
  return pass.name === null ? [] : finding('name', true, {set: {passName: pass.name}, unset: []})
}
