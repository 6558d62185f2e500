import type {Payment} from '../../core/contract/payment.ts'

/**
 * Where Stripe's own dashboard shows a payment, on the account that it was paid to.
 *
 * @example stripeAddress(payment) // 'https://dashboard.stripe.com/acct_A/test/payments/pi_1'
 */
export function stripeAddress({account, live, paymentIntent, id}: Payment): string {
  const parts = [account, live ? null : 'test', 'payments', paymentIntent ?? id]
  return `https://dashboard.stripe.com/${parts.filter((part) => part !== null).join('/')}`
}
