import type Stripe from 'stripe'
import {createdRange, flag, nothing, oneOf, reserved, sameId, type FilterTable} from '../filters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  active: flag((price) => price.active),
  created: createdRange,
  currency: sameId((price) => price.currency),
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  lookup_keys: nothing,
  product: sameId((price) => price.product),
  recurring: nothing,
  starting_after: reserved,
  type: oneOf(['one_time', 'recurring'], (price) => price.type),
} satisfies FilterTable<Stripe.Price, Stripe.PriceListParams>

// A restricted key's permission for prices still carries their old name, plans.
const prices: Resource<Stripe.Price> = {
  path: '/v1/prices',
  noun: 'price',
  idParam: 'price',
  permission: 'plan_read',
  of: (books) => books.prices,
  filters,
}

export const priceRoutes: readonly Route[] = [listRoute(prices), retrieveRoute(prices)]
