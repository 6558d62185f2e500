import type Stripe from 'stripe'
import {charge, type DisputedCharge} from './charge.ts'
import type {SessionWords} from './checkout-session.ts'
import {dispute} from './dispute.ts'
import type {Ids} from './ids.ts'
import {paymentIntent} from './payment-intent.ts'
import {refund} from './refund.ts'
import {unixSeconds} from './unix-seconds.ts'

/** The payment intent of a completed checkout; of a paid one with its charge, refunds and dispute attached. */
export function paymentOf(
  words: SessionWords,
  created: number,
  livemode: boolean,
  paymentStatus: 'paid' | 'unpaid',
  ids: Ids,
): Stripe.PaymentIntent {
  const paid = words.paidAt === undefined ? created + 41 : unixSeconds(words.paidAt)
  const shared = {
    amount: words.amount,
    currency: words.currency ?? 'nok',
    livemode,
    application: words.application ?? null,
    applicationFee: words.applicationFee ?? null,
    paymentMethod: ids('pm'),
  }
  const intent = paymentIntent(
    {...shared, id: words.paymentIntentId, created: Math.min(created + 20, paid)},
    ids,
  )
  if (paymentStatus === 'unpaid') return {...intent, status: 'processing', amount_received: 0}
  const taken = charge(
    {
      ...shared,
      id: words.chargeId,
      created: paid,
      paymentIntent: intent.id,
      email: words.email ?? null,
      name: words.name ?? null,
    },
    ids,
  )
  return {...intent, latest_charge: withDispute(words, withRefund(words, taken, ids), ids)}
}

function withRefund(words: SessionWords, taken: DisputedCharge, ids: Ids): DisputedCharge {
  const amount = words.refunded === true ? taken.amount : words.refunded || 0
  if (amount === 0) return taken
  const back = refund(
    {
      charge: taken.id,
      paymentIntent: intentId(taken),
      amount,
      currency: taken.currency,
      created: words.refundedAt === undefined ? taken.created + 86_400 : unixSeconds(words.refundedAt),
    },
    ids,
  )
  return {
    ...taken,
    amount_refunded: amount,
    refunded: amount >= taken.amount,
    refunds: {object: 'list', data: [back], has_more: false, url: `/v1/charges/${taken.id}/refunds`},
  }
}

function withDispute(words: SessionWords, taken: DisputedCharge, ids: Ids): DisputedCharge {
  if (words.disputed === undefined) return taken
  return {
    ...taken,
    disputed: true,
    dispute: dispute(
      {
        charge: taken.id,
        paymentIntent: intentId(taken),
        amount: taken.amount,
        currency: taken.currency,
        created: words.disputedAt === undefined ? taken.created + 4 * 86_400 : unixSeconds(words.disputedAt),
        livemode: taken.livemode,
        status: words.disputed,
      },
      ids,
    ),
  }
}

function intentId(taken: Stripe.Charge): string | null {
  return typeof taken.payment_intent === 'string' ? taken.payment_intent : null
}
