import type {Change, EntitlementPatch} from '../contract/change.ts'
import type {Entitlement, EntitlementField} from '../contract/entitlement.ts'
import {toIso} from '../contract/instant.ts'
import type {Reason} from '../contract/verdict.ts'
import {isUpgradedAway, type Case} from './case.ts'
import type {Finding} from './find-faults.ts'
import {findHidden} from './find-hidden.ts'
import {findWrongPass} from './find-wrong-pass.ts'
import {findWrongTerms} from './find-wrong-terms.ts'
import {isMoneyAgain} from './lost-money.ts'

/** Everything wrong with a held entitlement, gravest first. What was ended with a reason is not looked at again. */
export function findFaults(one: Case, entitlement: Entitlement): Finding[] {
  const wasEnded = !entitlement.active && entitlement.deactivationReason !== null
  if ((wasEnded && !isMoneyAgain(one.payment, entitlement)) || isUpgradedAway(entitlement)) return []
  const pass = findWrongPass(one, entitlement)
  const gravest = pass.length > 0 ? pass : findWrongTerms(one, entitlement)
  return [...gravest, ...findHidden(one, withEndMended(entitlement, gravest))]
}

/** Whether the dates allow is a question of the dates as they will be: a wrong end hides nothing, and excuses nothing. */
function withEndMended(entitlement: Entitlement, findings: readonly Finding[]): Entitlement {
  const mended = findings.find(({certain, mend}) => certain && mend?.set.ends !== undefined)?.mend?.set.ends
  return mended === undefined ? entitlement : {...entitlement, ends: {text: toIso(mended), at: mended}}
}

/** The patch that mends some findings together; none where none of them can be mended. */
export function mending(entitlement: Entitlement, findings: readonly Finding[]): Change[] {
  const set: EntitlementPatch['set'] = {}
  const unset = new Set<EntitlementField>()
  for (const {mend} of findings) {
    if (mend === null) continue
    Object.assign(set, mend.set)
    for (const field of mend.unset) unset.add(field)
  }
  if (Object.keys(set).length === 0 && unset.size === 0) return []
  return [{patch: {id: entitlement.id, set, unset: [...unset]}}]
}

/** What may be mended along with something else that is certain: only what leaves no doubt itself. */
export function certainMending(one: Case, entitlement: Entitlement): {reasons: Reason[]; changes: Change[]} {
  const certain = findFaults(one, entitlement).filter((finding) => finding.certain)
  return {reasons: certain.flatMap(({reasons}) => reasons), changes: mending(entitlement, certain)}
}
