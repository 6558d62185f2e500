import type Stripe from 'stripe'
import {amongTexts, createdRange, flag, reserved, type Filter, type FilterTable} from '../filters.ts'
import {textOf} from '../parameters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

/** `checkout.session.completed`, or a group of them as `checkout.session.*`. */
const typeOrGroup: Filter<Stripe.Event> = (value, param) => {
  const wanted = textOf(value, param) ?? ''
  return ({type}) => (wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted)
}

const filters = {
  created: createdRange,
  delivery_success: flag((event) => event.pending_webhooks === 0),
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  starting_after: reserved,
  type: typeOrGroup,
  types: amongTexts((event) => event.type, 20),
} satisfies FilterTable<Stripe.Event, Stripe.EventListParams>

const thirtyDays = 30 * 86_400

const events: Resource<Stripe.Event> = {
  path: '/v1/events',
  noun: 'event',
  idParam: 'id',
  permission: 'event_read',
  of: (books) => books.events,
  filters,
  keeps: (event, now) => event.created > now - thirtyDays,
}

export const eventRoutes: readonly Route[] = [listRoute(events), retrieveRoute(events)]
