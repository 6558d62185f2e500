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
