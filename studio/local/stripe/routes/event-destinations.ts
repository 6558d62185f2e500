import type Stripe from 'stripe'
import {integerOf, refuseUnknown, textOf, textsOf, type Parameters} from '../parameters.ts'
import type {Call, Route} from '../route.ts'
import {badRequest} from '../stripe-fault.ts'

type EventDestination = Stripe.V2.Core.EventDestination

const PATH = '/v2/core/event_destinations'
/** The SDK's own parameters, and the one that stands in the next page's address only. */
const parameters = {include: true, limit: true, page: true} satisfies Record<
  keyof Stripe.V2.Core.EventDestinationListParams | 'page',
  true
>

/** `GET /v2/core/event_destinations`: paged by address, and without the endpoints' urls unless they are asked for. */
const list: Route = {
  method: 'GET',
  path: PATH,
  permission: 'webhook_read',
  answer({books, parameters: given}: Call) {
    refuseUnknown(given, Object.keys(parameters))
    const included = textsOf(given['include'], 'include') ?? []
    const all = books.eventDestinations.newestFirst().map(({destination}) => destination)
    const {from, limit} = windowOf(given)
    const to = from + limit
    return {
      data: all
        .slice(from, to)
        .map((each) => (included.includes('webhook_endpoint.url') ? each : bare(each))),
      next_page_url: to < all.length ? `${PATH}?limit=${limit}&page=${to}` : null,
      previous_page_url: from > 0 ? `${PATH}?limit=${limit}&page=${Math.max(0, from - limit)}` : null,
    }
  },
}

function windowOf(given: Parameters): {from: number; limit: number} {
  const limit = integerOf(given['limit'], 'limit') ?? 20
  if (limit < 1 || limit > 100) throw badRequest('limit must be between 1 and 100', {param: 'limit'})
  return {from: Number(textOf(given['page'], 'page') ?? 0), limit}
}

function bare(destination: EventDestination): EventDestination {
  return {...destination, webhook_endpoint: {}}
}

export const eventDestinationRoutes: readonly Route[] = [list]
