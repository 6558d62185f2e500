import type Stripe from 'stripe'
import type {Books} from './books.ts'
import type {SessionSeed} from './objects/checkout-session.ts'
import {createIds} from './objects/ids.ts'
import {refund} from './objects/refund.ts'

/**
 * Takes a whole session apart into what Stripe stores: each object once, referring to the others by id.
 *
 * @returns the session as it was stored.
 */
export function enterSession(books: Books, seed: SessionSeed): Stripe.Checkout.Session {
  const {account: _account, line_items: items, payment_intent: intent, ...session} = seed
  const stored: Stripe.Checkout.Session = {...session, payment_intent: idOf(intent)}
  books.sessions.put(stored)
  books.lineItems.set(
    session.id,
    (items?.data ?? []).map((item) => enterItem(books, item)),
  )
  if (intent !== null && typeof intent === 'object') enterIntent(books, intent)
  return stored
}

function enterItem(books: Books, item: Stripe.LineItem): Stripe.LineItem {
  if (item.price === null) return item
  const {product} = item.price
  if (typeof product === 'object' && product.deleted !== true) books.products.put(product)
  const price: Stripe.Price = {...item.price, product: idOf(product) ?? ''}
  books.prices.put(price)
  return {...item, price}
}

function enterIntent(books: Books, intent: Stripe.PaymentIntent): void {
  const {latest_charge: charge} = intent
  books.paymentIntents.put({...intent, latest_charge: idOf(charge)})
  if (charge !== null && typeof charge === 'object') enterCharge(books, charge, intent.id)
}

function enterCharge(books: Books, whole: Stripe.Charge, intent: string): void {
  const {refunds, ...charge} = whole
  const listed = refunds?.data ?? []
  for (const each of listed) books.refunds.put(each)
  if (listed.length === 0 && charge.amount_refunded > 0) books.refunds.put(untoldRefund(charge, intent))
  if ('dispute' in charge) {
    if (isDispute(charge.dispute)) books.disputes.put(charge.dispute)
    delete charge.dispute
  }
  books.charges.put({...charge, payment_intent: intent})
}

/** The reader attaches the dispute to the charge; Stripe's own charge has no such field. */
function isDispute(value: unknown): value is Stripe.Dispute {
  return typeof value === 'object' && value !== null && 'object' in value && value.object === 'dispute'
}

function idOf(reference: string | {id: string} | null): string | null {
  return typeof reference === 'object' ? (reference?.id ?? null) : reference
}

/** A charge that says how much was given back, but not when; Stripe has a refund for it. */
function untoldRefund(charge: Stripe.Charge, intent: string): Stripe.Refund {
  return refund(
    {
      charge: charge.id,
      paymentIntent: intent,
      amount: charge.amount_refunded,
      currency: charge.currency,
      created: charge.created + 86_400,
    },
    createIds(`refund of ${charge.id}`),
  )
}
