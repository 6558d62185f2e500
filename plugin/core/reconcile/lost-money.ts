import type {Entitlement} from '../contract/entitlement.ts'
import type {Payment} from '../contract/payment.ts'

/** Why the money is gone for good; null while it is not, or not all of it. */
export function lostMoney(payment: Payment): 'refunded' | 'dispute_lost' | null {
  if (payment.fullyRefunded) return 'refunded'
  return payment.dispute === 'lost' ? 'dispute_lost' : null
}

/** Whether any of it went back. */
export function isMoneyBack(payment: Payment): boolean {
  return payment.refunded > 0 || lostMoney(payment) !== null
}

/** It was ended because its money had gone back, and the school has it again: a bank may refuse a refund weeks later. */
export function isMoneyAgain(payment: Payment, {active, deactivationReason}: Entitlement): boolean {
  const wasLost = deactivationReason === 'refunded' || deactivationReason === 'dispute_lost'
  return !active && wasLost && !isMoneyBack(payment)
}
