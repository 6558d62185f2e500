import type Stripe from 'stripe'
import {reserved, type FilterTable} from '../filters.ts'
import type {Route} from '../route.ts'
import {listRoute, retrieveRoute, type Resource} from './resource.ts'

const filters = {
  ending_before: reserved,
  expand: reserved,
  limit: reserved,
  starting_after: reserved,
} satisfies FilterTable<Stripe.WebhookEndpoint, Stripe.WebhookEndpointListParams>

const webhookEndpoints: Resource<Stripe.WebhookEndpoint> = {
  path: '/v1/webhook_endpoints',
  noun: 'webhook endpoint',
  idParam: 'webhook_endpoint',
  permission: 'webhook_read',
  of: (books) => books.webhookEndpoints,
  filters,
}

export const webhookEndpointRoutes: readonly Route[] = [
  listRoute(webhookEndpoints),
  retrieveRoute(webhookEndpoints),
]
