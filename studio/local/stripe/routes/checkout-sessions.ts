import type Stripe from 'stripe'
import {createdRange, nestedText, nothing, oneOf, reserved, sameId, type FilterTable} from '../filters.ts'
import {page} from '../page.ts'
import {refuseUnknown} from '../parameters.ts'
import type {Route} from '../route.ts'
import {found, listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  created: createdRange,
  customer: sameId((session) => session.customer),
  customer_account: sameId((session) => session.customer_account),
  customer_details: nestedText('email', (session) => session.customer_details?.email ?? null),
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  payment_intent: sameId((session) => session.payment_intent),
  payment_link: nothing,
  starting_after: reserved,
  status: oneOf(['open', 'complete', 'expired'], (session) => session.status),
  subscription: nothing,
} satisfies FilterTable<Stripe.Checkout.Session, Stripe.Checkout.SessionListParams>

export const checkoutSessions: Resource<Stripe.Checkout.Session> = {
  path: '/v1/checkout/sessions',
  noun: 'checkout.session',
  idParam: 'session',
  permission: 'checkout_session_read',
  of: (books) => books.sessions,
  filters,
}

const lineItemFilters = {
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  starting_after: reserved,
} satisfies FilterTable<Stripe.LineItem, Stripe.Checkout.SessionListLineItemsParams>

const lineItems: Route = {
  method: 'GET',
  path: '/v1/checkout/sessions/:id/line_items',
  permission: 'checkout_session_read',
  answer(call) {
    refuseUnknown(call.parameters, Object.keys(lineItemFilters))
    const session = found(call, checkoutSessions)
    return page({
      items: call.books.lineItems.get(session.id) ?? [],
      matches: () => true,
      parameters: call.parameters,
      noun: 'item',
      url: `/v1/checkout/sessions/${session.id}/line_items`,
    })
  },
}

export const checkoutSessionRoutes: readonly Route[] = [
  listRoute(checkoutSessions),
  retrieveRoute(checkoutSessions),
  lineItems,
]
