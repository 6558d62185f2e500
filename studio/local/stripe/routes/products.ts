import type Stripe from 'stripe'
import {amongTexts, createdRange, flag, oneOf, reserved, sameId, type FilterTable} from '../filters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  active: flag((product) => product.active),
  created: createdRange,
  ending_before: reserved,
  expand: reserved,
  ids: amongTexts((product) => product.id, 100),
  limit: reserved,
  shippable: flag((product) => product.shippable),
  starting_after: reserved,
  type: oneOf(['good', 'service'], (product) => product.type),
  url: sameId((product) => product.url),
} satisfies FilterTable<Stripe.Product, Stripe.ProductListParams>

const products: Resource<Stripe.Product> = {
  path: '/v1/products',
  noun: 'product',
  idParam: 'id',
  permission: 'product_read',
  of: (books) => books.products,
  filters,
}

export const productRoutes: readonly Route[] = [listRoute(products), retrieveRoute(products)]
