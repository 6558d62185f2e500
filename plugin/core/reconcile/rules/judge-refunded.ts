import type {Payment} from '../../contract/payment.ts'
import type {Reason} from '../../contract/verdict.ts'
import {activeOf, isUpgradedInPlace} from '../case.ts'
import {propose, type Rule} from '../judgement.ts'
import {revocation} from '../revocation.ts'

/** Why the money is gone for good; null while it is not, or not all of it. */
export function lostMoney(payment: Payment): 'refunded' | 'dispute_lost' | null {
  if (payment.fullyRefunded) return 'refunded'
  return payment.dispute === 'lost' ? 'dispute_lost' : null
}

/** Whether any of it went back. */
export function isMoneyBack(payment: Payment): boolean {
  return payment.refunded > 0 || lostMoney(payment) !== null
}

/** Money went back, and an entitlement is still active. */
export const judgeRefunded: Rule = (one) => {
  const {payment} = one
  const lost = lostMoney(payment)
  const reasons: Reason[] = []
  if (payment.fullyRefunded) reasons.push('refunded')
  else if (payment.refunded > 0) reasons.push('partially_refunded')
  if (payment.dispute === 'lost') reasons.push('dispute_lost')
  if (payment.dispute === 'open') reasons.push('dispute_open')
  const active = activeOf(one)
  if (reasons.length === 0 || active.length === 0) return null
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
