import type Stripe from 'stripe'
import type {Books} from './books.ts'
import {createCourier} from './courier.ts'
import {event, type Emit} from './events.ts'
import type {Ledger} from './ledger.ts'
import type {Ids} from './objects/ids.ts'
import type {Store} from './store.ts'
import type {WebhookEndpointSeed} from './stripe-seed.ts'

export interface Webhooks {
  /** Notes an event, then tells each endpoint that listens; resolves when all have answered. */
  emit: Emit
  /** Tells the listening endpoints once more, as Stripe does now and then though they had taken it. */
  resend: (id: string) => Promise<Stripe.Event>
  /** Tells of everything that is pending once more, oldest first, each endpoint of what it has not taken yet. */
  retry: () => Promise<Stripe.Event[]>
  /** What some endpoint has not taken yet. */
  pending: () => Stripe.Event[]
  /** Whether endpoints can be reached. While they cannot, what happens stays pending. */
  reach: (isPossible: boolean) => void
}

interface WebhooksOptions {
  store: Store
  ledger: Ledger
  ids: Ids
  /** Unix seconds. */
  now: () => number
}

export function createWebhooks({store, ledger, ids, now}: WebhooksOptions): Webhooks {
  /** By event, the endpoints that have answered well: another failure does not make it pending again. */
  const takenBy = new Map<string, Set<string>>()
  const {deliver, reach} = createCourier({ledger, now})

  function hasTaken(id: string, {endpoint}: WebhookEndpointSeed): boolean {
    return takenBy.get(id)?.has(endpoint.id) === true
  }

  function listening(books: Books, type: string): WebhookEndpointSeed[] {
    return store.endpoints.filter((each) => hears(each, books, type, store))
  }

  /** Tells some endpoints of an event, and notes how many of all that listen have still not taken it. */
  async function tell(
    books: Books,
    sent: Stripe.Event,
    endpoints: readonly WebhookEndpointSeed[],
  ): Promise<Stripe.Event> {
    await Promise.all(
      endpoints.map(async (each) => {
        if (!(await deliver(sent, each))) return
        takenBy.set(sent.id, (takenBy.get(sent.id) ?? new Set()).add(each.endpoint.id))
      }),
    )
    const untold = listening(books, sent.type).filter((each) => !hasTaken(sent.id, each))
    const settled = {...sent, pending_webhooks: untold.length}
    books.events.put(settled)
    return settled
  }

  /** Oldest first. */
  function pending(): {books: Books; sent: Stripe.Event}[] {
    return [...store.allBooks()]
      .flatMap((books) => books.events.newestFirst().map((sent) => ({books, sent})))
      .filter(({sent}) => sent.pending_webhooks > 0)
      .toSorted((a, b) => a.sent.created - b.sent.created)
  }

  return {
    async resend(id) {
      for (const books of store.allBooks()) {
        const sent = books.events.get(id)
        if (sent === undefined) continue
        return tell(books, sent, listening(books, sent.type))
      }
      throw new Error(`No event ${id}`)
    },
    async retry() {
      const told: Stripe.Event[] = []
      for (const {books, sent} of pending()) {
        const untold = listening(books, sent.type).filter((each) => !hasTaken(sent.id, each))
        told.push(await tell(books, sent, untold))
      }
      return told
    },
    pending: () => pending().map(({sent}) => sent),
    reach,
    async emit(books, words) {
      const platform = store.accounts.get(books.account)?.platform ?? null
      const endpoints = listening(books, words.type)
      const noted = event(words, {
        id: ids('evt'),
        created: now(),
        livemode: books.livemode,
        account: platform === null ? undefined : books.account,
        pendingWebhooks: endpoints.length,
      })
      books.events.put(noted)
      return tell(books, noted, endpoints)
    },
  }
}

function hears(
  {endpoint, connect, account}: WebhookEndpointSeed,
  books: Books,
  type: string,
  store: Store,
): boolean {
  const owner = account ?? store.platform
  const fits =
    connect === true ? store.accounts.get(books.account)?.platform === owner : books.account === owner
  return (
    fits &&
    endpoint.status === 'enabled' &&
    endpoint.livemode === books.livemode &&
    endpoint.enabled_events.some((each) => each === '*' || each === type)
  )
}
