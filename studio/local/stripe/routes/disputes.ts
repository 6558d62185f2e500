import type Stripe from 'stripe'
import {createdRange, reserved, sameId, type FilterTable} from '../filters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  charge: sameId((dispute) => dispute.charge),
  created: createdRange,
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  payment_intent: sameId((dispute) => dispute.payment_intent),
  starting_after: reserved,
} satisfies FilterTable<Stripe.Dispute, Stripe.DisputeListParams>

const disputes: Resource<Stripe.Dispute> = {
  path: '/v1/disputes',
  noun: 'dispute',
  idParam: 'dispute',
  permission: 'dispute_read',
  of: (books) => books.disputes,
  filters,
}

export const disputeRoutes: readonly Route[] = [listRoute(disputes), retrieveRoute(disputes)]
