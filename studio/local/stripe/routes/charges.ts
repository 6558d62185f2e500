import type Stripe from 'stripe'
import {createdRange, reserved, sameId, type FilterTable} from '../filters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  created: createdRange,
  customer: sameId((charge) => charge.customer),
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  payment_intent: sameId((charge) => charge.payment_intent),
  starting_after: reserved,
  transfer_group: sameId((charge) => charge.transfer_group),
} satisfies FilterTable<Stripe.Charge, Stripe.ChargeListParams>

const charges: Resource<Stripe.Charge> = {
  path: '/v1/charges',
  noun: 'charge',
  idParam: 'id',
  permission: 'charge_read',
  of: (books) => books.charges,
  filters,
}

export const chargeRoutes: readonly Route[] = [listRoute(charges), retrieveRoute(charges)]
