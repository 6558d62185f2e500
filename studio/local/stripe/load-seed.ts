import {enterSession} from './enter-session.ts'
import {event} from './events.ts'
import {eventDestination} from './objects/event-destination.ts'
import {createIds} from './objects/ids.ts'
import {createStore, type Store} from './store.ts'
import type {SessionSeed} from './objects/checkout-session.ts'
import type {StripeSeed} from './stripe-seed.ts'

/**
 * Opens the books with everything in the seed, and the events that Stripe would have made of it. They have no
 * deliveries pending: whether anybody listened then is not told.
 */
export function loadSeed(seed: StripeSeed): Store {
  const store = createStore(seed)
  for (const each of seed.sessions) {
    const books = store.books(each.account ?? store.platform, each.livemode)
    const session = enterSession(books, each)
    if (session.status !== 'complete') continue
    books.events.put(
      event(
        {type: 'checkout.session.completed', object: session},
        {
          id: createIds(`event of ${session.id}`)('evt'),
          created: paidAt(each),
          livemode: session.livemode,
          account: each.account ?? undefined,
          pendingWebhooks: 0,
        },
      ),
    )
  }
  for (const {endpoint, account, connect = false, listedBy = ['v1', 'v2']} of store.endpoints) {
    const {id, created, livemode} = endpoint
    const books = store.books(account ?? store.platform, livemode)
    if (listedBy.includes('v1')) books.webhookEndpoints.put(endpoint)
    if (listedBy.includes('v2')) {
      books.eventDestinations.put({id, created, destination: eventDestination(endpoint, connect)})
    }
  }
  return store
}

/** Checkout is completed when the money comes, which may be a day after it was opened. */
function paidAt(session: SessionSeed): number {
  const intent = session.payment_intent
  const charge = typeof intent === 'object' ? intent?.latest_charge : null
  return typeof charge === 'object' && charge !== null ? charge.created : session.created
}
