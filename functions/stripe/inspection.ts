import type Stripe from 'stripe'
import {isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {NEEDED_EVENTS} from '../../plugin/core/contract/webhook-events.ts'
import type {StripeEvent, StripeInspection} from '../health-ports.ts'
import type {Period, Reading} from '../ports.ts'
import type {Ask} from './ask.ts'
import {onAccount} from './client.ts'
import {listDestinations, listEndpoints} from './list-endpoints.ts'
import {listPage, secondsOf} from './read-sessions.ts'
import {toPayment} from './to-payment.ts'

const PAGE = 100
// A month of most schools is one page; of a very large one the newest days have to do.
const MOST_PAGES = 5

/**
 * Looks at Stripe as Health needs it: each method is one call, and another page only where a month of sales or hundreds
 * of endpoints need one.
 */
export function createStripeInspection({stripe, ask}: {stripe: Stripe; ask: Ask}): StripeInspection {
  return {
    async account(account) {
      const expected = {endpoint: 'accounts', object: 'account'} as const
      const state = await ask(account, expected, () => stripe.accounts.retrieve(account))
      return {
        chargesEnabled: state.charges_enabled,
        disabledReason: state.requirements?.disabled_reason ?? null,
      }
    },
    async sessions(account, period) {
      const items: Reading[] = []
      let after: string | null = null
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const {data, has_more: goesOn} = await listPage({stripe, ask, account}, createdIn(period), after)
        items.push(...data.map((session) => toPayment(session, account)))
        after = data.at(-1)?.id ?? null
        if (!goesOn || after === null) return {items, complete: true}
      }
      return {items, complete: false}
    },
    async events(account, period) {
      const params = {...createdIn(period), types: [...NEEDED_EVENTS], limit: PAGE}
      const expected = {endpoint: 'events', object: 'list'} as const
      const page = await ask(account, expected, () => stripe.events.list(params, onAccount(account)))
      return {items: page.data.map(toEvent), complete: !page.has_more}
    },
    endpoints: () => listEndpoints(stripe, ask),
    destinations: () => listDestinations(stripe, ask),
  }
}

function toEvent({id, type, created, livemode, pending_webhooks: pending, data}: Stripe.Event): StripeEvent {
  const about: unknown = data.object
  const object = isShape(about) ? about : {}
  return {
    id,
    type,
    at: created * 1_000,
    live: livemode,
    pending,
    session: object['object'] === 'checkout.session' ? idIn(object, 'id') : null,
    paymentIntent: idIn(object, 'payment_intent'),
  }
}

function idIn(object: Shape, field: string): string | null {
  const id = object[field]
  return typeof id === 'string' ? id : null
}

function createdIn(period: Period): {created: Stripe.RangeQueryParam} {
  const {from: gte, to: lt} = secondsOf(period)
  return {created: {gte, lt}}
}
