import type Stripe from 'stripe'
import {createCollection, type Collection} from './collection.ts'

/**
 * What one account holds in one mode. Objects refer to each other by id, as they are stored at Stripe;
 * `expand.ts` puts them together for an answer.
 */
export interface Books {
  account: string
  livemode: boolean
  sessions: Collection<Stripe.Checkout.Session>
  /** By session id. Checkout's line items have no `created` and no place of their own. */
  lineItems: Map<string, Stripe.LineItem[]>
  products: Collection<Stripe.Product>
  prices: Collection<Stripe.Price>
  paymentIntents: Collection<Stripe.PaymentIntent>
  charges: Collection<Stripe.Charge>
  refunds: Collection<Stripe.Refund>
  disputes: Collection<Stripe.Dispute>
  events: Collection<Stripe.Event>
  webhookEndpoints: Collection<Stripe.WebhookEndpoint>
  eventDestinations: Collection<HeldDestination>
}

/** API v2 writes times as text; the order of a list needs seconds. */
interface HeldDestination {
  id: string
  created: number
  destination: Stripe.V2.Core.EventDestination
}

export function createBooks(account: string, livemode: boolean): Books {
  return {
    account,
    livemode,
    sessions: createCollection(),
    lineItems: new Map(),
    products: createCollection(),
    prices: createCollection(),
    paymentIntents: createCollection(),
    charges: createCollection(),
    refunds: createCollection(),
    disputes: createCollection(),
    events: createCollection(),
    webhookEndpoints: createCollection(),
    eventDestinations: createCollection(),
  }
}
