import type {Payment} from '../../core/contract/payment.ts'

/**
 * Where Stripe's own dashboard shows a payment, on the account that it was paid to.
 *
 * @example stripeAddress(payment) // 'https://dashboard.stripe.com/acct_A/test/payments/pi_1'
 */
export function stripeAddress({account, live, paymentIntent, id}: Payment): string {
  // Where nothing was to be paid there is no payment to open, only the checkout to be found.
  const place = paymentIntent === null ? `search?query=${id}` : `payments/${paymentIntent}`
  const parts = [account, live ? null : 'test', place]
  return `https://dashboard.stripe.com/${parts.filter((part) => part !== null).join('/')}`
}
