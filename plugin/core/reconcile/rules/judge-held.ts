import type {Entitlement} from '../../contract/entitlement.ts'
import {isActive, isEnded, standing, type Case} from '../case.ts'
import {findFaults, mending} from '../correction.ts'
import {propose, type Rule} from '../judgement.ts'
import {isMoneyBack} from '../lost-money.ts'

/** Another pass than was paid for, impossible terms, or out of the student's sight: `wrong_pass`, `wrong_terms`, `hidden`. */
export const judgeHeld: Rule = (one) => {
  const entitlement = one.judged
  // An inactive one gives way to one that was made by hand in its place.
  if (entitlement === null || (!entitlement.active && one.suggested !== null)) return null
  // Money went back and nothing is active any more: that is as it should be.
  if (isMoneyBack(one.payment) && !isActive(entitlement, one.world.setting.now)) return null
  const findings = findFaults(one, entitlement)
  const [gravest] = findings
  if (gravest === undefined) return null
  const {verdict} = gravest
  const ofVerdict = findings.filter((finding) => finding.verdict === verdict)
  const isCertain = !isOneOfSeveral(one, entitlement) && ofVerdict.some((finding) => finding.certain)
  const isBlocked = ofVerdict.every(({mend}) => mend === null)
  const changes = isBlocked
    ? []
    : mending(entitlement, isCertain ? findings.filter(({certain}) => certain) : findings)
  return {
    verdict,
    reasons: [...new Set(findings.flatMap(({reasons}) => reasons))],
    confidence: isCertain ? 'certain' : 'check',
    repair: changes.length === 0 ? null : propose('correct', changes),
  }
}

/** Of several that are over nobody can tell which one stood for the payment. */
function isOneOfSeveral(one: Case, judged: Entitlement): boolean {
  return isEnded(judged, one.world.setting.now) && standing(one).length > 1
}
