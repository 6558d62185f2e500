import type Stripe from 'stripe'

type EventDestination = Stripe.V2.Core.EventDestination

/**
 * A webhook endpoint as API v2 lists it. This list alone says whose events it hears: the account's own, or those of
 * the accounts connected to it.
 */
export function eventDestination(endpoint: Stripe.WebhookEndpoint, connect: boolean): EventDestination {
  const at = new Date(endpoint.created * 1000).toISOString()
  return {
    id: endpoint.id,
    object: 'v2.core.event_destination',
    created: at,
    description: endpoint.description ?? '',
    enabled_events: endpoint.enabled_events,
    event_payload: 'snapshot',
    events_from: [connect ? '@accounts' : '@self'],
    livemode: endpoint.livemode,
    metadata: endpoint.metadata,
    name: endpoint.url,
    ...(endpoint.api_version === null ? {} : {snapshot_api_version: endpoint.api_version}),
    status: endpoint.status === 'enabled' ? 'enabled' : 'disabled',
    ...(endpoint.status === 'enabled' ? {} : {status_details: {disabled: {reason: 'user'}}}),
    type: 'webhook_endpoint',
    updated: at,
    webhook_endpoint: {url: endpoint.url},
  }
}
