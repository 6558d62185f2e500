import type Stripe from 'stripe'
import type {Books} from './books.ts'
import type {SessionSeed} from './objects/checkout-session.ts'

/** The same sale while its money is still on the way: completed, charged, and not paid. */
export function begun(sale: SessionSeed): SessionSeed {
  const {payment_intent: intent} = sale
  if (intent === null || typeof intent === 'string') return sale
  const {latest_charge: charge} = intent
  return {
    ...sale,
    payment_status: 'unpaid',
    payment_intent: {
      ...intent,
      status: 'processing',
      amount_received: 0,
      latest_charge:
        charge === null || typeof charge === 'string' ? charge : {...charge, status: 'pending', paid: false},
    },
  }
}

/** The money comes, or does not: the same charge, and a session that is paid or stays unpaid for good. */
export function settlePayment(
  books: Books,
  {
    id,
    charge,
    intent,
    status,
  }: {id: string; charge: Stripe.Charge; intent: string; status: 'paid' | 'failed'},
): Stripe.Checkout.Session {
  const session = books.sessions.get(id)
  const held = books.paymentIntents.get(intent)
  if (session === undefined || held === undefined || held.status !== 'processing') {
    throw new Error(`No money is on its way for session ${id}`)
  }
  const isPaid = status === 'paid'
  books.charges.put({...charge, status: isPaid ? 'succeeded' : 'failed', paid: isPaid})
  books.paymentIntents.put({
    ...held,
    status: isPaid ? 'succeeded' : 'requires_payment_method',
    amount_received: isPaid ? held.amount : 0,
  })
  const settled: Stripe.Checkout.Session = {...session, payment_status: isPaid ? 'paid' : 'unpaid'}
  books.sessions.put(settled)
  return settled
}

/** The newest refund of a charge is carried out, or fails: then the charge has its money again. */
export function settleRefund(
  books: Books,
  charge: Stripe.Charge,
  status: 'succeeded' | 'failed',
): Stripe.Refund {
  const newest = books.refunds.newestFirst().find((each) => each.charge === charge.id)
  if (newest === undefined) throw new Error(`No refund of charge ${charge.id}`)
  const settled: Stripe.Refund = {
    ...newest,
    status,
    ...(status === 'failed' && {failure_reason: 'expired_or_canceled_card'}),
  }
  books.refunds.put(settled)
  if (status === 'failed') {
    const left = charge.amount_refunded - newest.amount
    books.charges.put({...charge, amount_refunded: left, refunded: false})
  }
  return settled
}
