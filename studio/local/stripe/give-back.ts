import type Stripe from 'stripe'
import type {Books} from './books.ts'
import type {Ids} from './objects/ids.ts'
import {refund} from './objects/refund.ts'
import {badRequest} from './stripe-fault.ts'

interface GiveBackOptions {
  /** Minor units; all that is left unless said. */
  amount?: number | undefined
  reason?: Stripe.Refund.Reason | null | undefined
  /** `pending` where the bank takes days; the charge counts it as given back all the same. */
  status?: 'succeeded' | 'pending' | undefined
  ids: Ids
  /** Unix seconds. */
  now: number
}

/** Refunds a charge: the refund and the charge's new state, both in the books. */
export function giveBack(
  books: Books,
  charge: Stripe.Charge,
  {amount, reason, status, ids, now}: GiveBackOptions,
): {refund: Stripe.Refund; charge: Stripe.Charge} {
  const left = charge.amount - charge.amount_refunded
  const back = amount ?? left
  if (left === 0) {
    throw badRequest(`Charge ${charge.id} has already been refunded.`, {code: 'charge_already_refunded'})
  }
  if (back < 1)
    throw badRequest('Invalid positive integer', {param: 'amount', code: 'parameter_invalid_integer'})
  if (back > left) {
    throw badRequest(`Refund amount (${back}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  }
  const made = refund(
    {
      charge: charge.id,
      paymentIntent: typeof charge.payment_intent === 'string' ? charge.payment_intent : null,
      amount: back,
      currency: charge.currency,
      created: now,
      reason,
      status,
    },
    ids,
  )
  const total = charge.amount_refunded + back
  const changed: Stripe.Charge = {...charge, amount_refunded: total, refunded: total === charge.amount}
  books.refunds.put(made)
  books.charges.put(changed)
  return {refund: made, charge: changed}
}
