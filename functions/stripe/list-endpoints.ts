import type Stripe from 'stripe'
import type {Endpoint, FirstPage} from '../health-ports.ts'
import type {Ask} from './ask.ts'
import {notStripe} from './translate-error.ts'

const PAGE = 100
// Stripe allows 16 of them in a mode; whoever has more than this has another problem than a missing one.
const MOST_PAGES = 10

/** The platform's endpoints, oldest API: it does not say whose events they hear. */
export async function listEndpoints(stripe: Stripe, ask: Ask): Promise<FirstPage<Endpoint>> {
  const items: Endpoint[] = []
  let after: string | undefined
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const params = {limit: PAGE, ...(after !== undefined && {starting_after: after})}
    const answer = await ask(null, {endpoint: 'webhook_endpoints', object: 'list'}, () =>
      stripe.webhookEndpoints.list(params),
    )
    items.push(...answer.data.flatMap(fromEndpoint))
    after = answer.data.at(-1)?.id
    if (!answer.has_more || after === undefined) return {items, complete: true}
  }
  return {items, complete: false}
}

/** The same of API v2, which says it. An endpoint that was made in Stripe's Workbench may stand here only. */
export async function listDestinations(stripe: Stripe, ask: Ask): Promise<FirstPage<Endpoint>> {
  const items: Endpoint[] = []
  let page: string | undefined
  for (let read = 1; read <= MOST_PAGES; read += 1) {
    const params: Stripe.V2.Core.EventDestinationListParams & {page?: string} = {
      include: ['webhook_endpoint.url'],
      limit: PAGE,
      ...(page !== undefined && {page}),
    }
    const answer = await ask(null, {endpoint: 'event_destinations', object: 'v2.list'}, async () => {
      const list = await stripe.v2.core.eventDestinations.list(params)
      // Lists of API v2 do not name themselves, so this is all that tells Stripe from a proxy.
      if (!Array.isArray(list.data)) throw notStripe()
      return {object: 'v2.list' as const, data: list.data, next: list.next_page_url}
    })
    items.push(...answer.data.flatMap(fromDestination))
    page = pageIn(answer.next)
    if (page === undefined) return {items, complete: true}
  }
  return {items, complete: false}
}

function fromEndpoint({
  id,
  url,
  enabled_events: events,
  status,
  livemode,
  created,
}: Stripe.WebhookEndpoint): Endpoint[] {
  return placed(url, {id, events, enabled: status === 'enabled', live: livemode, created, connect: null})
}

function fromDestination(destination: Stripe.V2.Core.EventDestination): Endpoint[] {
  const {id, status, livemode, created, enabled_events: events, events_from: from} = destination
  // A thin event does not carry the session's type: whoever hears those only hears of no sale.
  if (destination.type !== 'webhook_endpoint' || destination.event_payload !== 'snapshot') return []
  return placed(destination.webhook_endpoint?.url ?? '', {
    id,
    events,
    enabled: status === 'enabled',
    live: livemode,
    created: Math.floor(Date.parse(created) / 1_000),
    connect: from === undefined ? null : from.some((whose) => CONNECTED.has(whose)),
  })
}

/** How Stripe has named the connected accounts, in the order of its versions. */
const CONNECTED: ReadonlySet<string> = new Set([
  'other_accounts',
  '@accounts',
  '@organization_members/@accounts',
])

function placed(url: string, endpoint: Omit<Endpoint, 'url'>): Endpoint[] {
  return URL.canParse(url) ? [{...endpoint, url: new URL(url)}] : []
}

function pageIn(next: string | null): string | undefined {
  if (next === null) return undefined
  return new URL(next, 'https://api.stripe.com').searchParams.get('page') ?? undefined
}
