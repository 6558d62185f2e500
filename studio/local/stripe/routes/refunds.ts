import type Stripe from 'stripe'
import {createdRange, reserved, sameId, type FilterTable} from '../filters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  charge: sameId((refund) => refund.charge),
  created: createdRange,
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  payment_intent: sameId((refund) => refund.payment_intent),
  starting_after: reserved,
} satisfies FilterTable<Stripe.Refund, Stripe.RefundListParams>

// Stripe asks a restricted key for charges, not for refunds, here.
const refunds: Resource<Stripe.Refund> = {
  path: '/v1/refunds',
  noun: 'refund',
  idParam: 'refund',
  permission: 'charge_read',
  of: (books) => books.refunds,
  filters,
}

export const refundRoutes: readonly Route[] = [listRoute(refunds), retrieveRoute(refunds)]
