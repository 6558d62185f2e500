import type Stripe from 'stripe'
import {createdRange, reserved, sameId, type FilterTable} from '../filters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  created: createdRange,
  customer: sameId((intent) => intent.customer),
  customer_account: sameId((intent) => intent.customer_account),
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  starting_after: reserved,
} satisfies FilterTable<Stripe.PaymentIntent, Stripe.PaymentIntentListParams>

const paymentIntents: Resource<Stripe.PaymentIntent> = {
  path: '/v1/payment_intents',
  noun: 'payment_intent',
  idParam: 'intent',
  permission: 'payment_intent_read',
  of: (books) => books.paymentIntents,
  filters,
}

export const paymentIntentRoutes: readonly Route[] = [
  listRoute(paymentIntents),
  retrieveRoute(paymentIntents),
]
