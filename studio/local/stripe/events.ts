import Stripe from 'stripe'
import type {Books} from './books.ts'

/** Notes what happened on an account, and tells the endpoints that listen. Resolves when all were told. */
export type Emit = (books: Books, event: EventWords) => Promise<Stripe.Event>

/** What happened, without what every event has in common. */
type EventWords =
  | {type: 'checkout.session.completed'; object: Stripe.Checkout.Session}
  | {type: 'checkout.session.expired'; object: Stripe.Checkout.Session}
  | {type: 'checkout.session.async_payment_succeeded'; object: Stripe.Checkout.Session}
  | {type: 'checkout.session.async_payment_failed'; object: Stripe.Checkout.Session}
  | {type: 'charge.refunded'; object: Stripe.Charge}
  | {type: 'charge.dispute.created'; object: Stripe.Dispute}
  | {type: 'charge.dispute.closed'; object: Stripe.Dispute}
  | {type: 'refund.updated'; object: Stripe.Refund}
  | {type: 'refund.failed'; object: Stripe.Refund}
  | {type: 'account.updated'; object: Stripe.Account}

interface EventFrame {
  id: string
  created: number
  livemode: boolean
  /** Set on what happened on a connected account. */
  account?: string | undefined
  pendingWebhooks: number
}

/** One event with the object as it is now; Stripe's type ties the kind of object to the event's type. */
export function event(words: EventWords, frame: EventFrame): Stripe.Event {
  const shared = {
    id: frame.id,
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: frame.created,
    livemode: frame.livemode,
    pending_webhooks: frame.pendingWebhooks,
    request: {id: null, idempotency_key: null},
    ...(frame.account === undefined ? {} : {account: frame.account}),
  } as const
  // Each case repeats itself because the compiler ties an object to a type only one type at a time.
  if (words.type === 'checkout.session.completed') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'checkout.session.expired') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'checkout.session.async_payment_succeeded') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'checkout.session.async_payment_failed') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'refund.updated') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'refund.failed') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'account.updated') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'charge.dispute.created') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  if (words.type === 'charge.dispute.closed') {
    return {...shared, type: words.type, data: {object: words.object}}
  }
  return {...shared, type: words.type, data: {object: words.object}}
}
