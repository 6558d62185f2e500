import Stripe from 'stripe'

interface WebhookEndpointWords {
  id: string
  url: string
  enabledEvents?: string[]
  created: number
  livemode?: boolean
  status?: 'enabled' | 'disabled'
  application?: string | null
}

/** An endpoint as a list shows it: without its secret, which Stripe tells only once. */
export function webhookEndpoint(words: WebhookEndpointWords): Stripe.WebhookEndpoint {
  return {
    id: words.id,
    object: 'webhook_endpoint',
    api_version: Stripe.API_VERSION,
    application: words.application ?? null,
    created: words.created,
    description: null,
    enabled_events: words.enabledEvents ?? ['checkout.session.completed'],
    livemode: words.livemode ?? true,
    metadata: {},
    status: words.status ?? 'enabled',
    url: words.url,
  }
}
