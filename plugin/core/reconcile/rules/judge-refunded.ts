import type {Reason} from '../../contract/verdict.ts'
import {activeOf, isUpgradedInPlace} from '../case.ts'
import {propose, type Rule} from '../judgement.ts'
import {lostMoney} from '../lost-money.ts'
import {revocation} from '../revocation.ts'

/** Money went back, and an entitlement is still active. */
export const judgeRefunded: Rule = (one) => {
  const {payment} = one
  const reasons: Reason[] = []
  if (payment.fullyRefunded) reasons.push('refunded')
  else if (payment.refunded > 0) reasons.push('partially_refunded')
  if (payment.dispute === 'lost') reasons.push('dispute_lost')
  if (payment.dispute === 'open') reasons.push('dispute_open')
  if (reasons.length === 0) return null
  const active = activeOf(one)
  if (active.length === 0) return null
  const lost = lostMoney(payment)
  // One that was upgraded in place stands for another payment too: ending it would take what that one paid for.
  if (lost === null || active.some(isUpgradedInPlace)) {
    return {verdict: 'refunded', reasons, confidence: 'check', repair: null}
  }
  return {
    verdict: 'refunded',
    reasons,
    confidence: 'certain',
    repair: propose(
      'revoke',
      active.map((entitlement) => revocation(entitlement, lost)),
    ),
  }
}
