import {createHmac} from 'node:crypto'
import type Stripe from 'stripe'
import type {Books} from './books.ts'
import {event, type Emit} from './events.ts'
import type {Ledger} from './ledger.ts'
import type {Ids} from './objects/ids.ts'
import type {Store} from './store.ts'
import type {WebhookEndpointSeed} from './stripe-seed.ts'

export interface Webhooks {
  /** Notes an event, then tells each endpoint that listens; resolves when all have answered. */
  emit: Emit
  /** Tells the listening endpoints once more, as Stripe does after a failure, and now and then after none. */
  resend: (id: string) => Promise<Stripe.Event>
}

interface WebhooksOptions {
  store: Store
  ledger: Ledger
  ids: Ids
  /** Unix seconds. */
  now: () => number
}

export function createWebhooks({store, ledger, ids, now}: WebhooksOptions): Webhooks {
  async function deliver(sent: Stripe.Event, to: WebhookEndpointSeed): Promise<boolean> {
    const {id, url} = to.endpoint
    const status = onLoopback(url) ? await post(url, JSON.stringify(sent, null, 2), to.secret, now()) : null
    const ok = status !== null && status >= 200 && status < 300
    ledger.deliveries.push({event: sent.id, endpoint: id, url, status, ok})
    return ok
  }

  return {
    async resend(id) {
      for (const books of store.allBooks()) {
        const sent = books.events.get(id)
        if (sent === undefined) continue
        const listening = store.endpoints.filter((each) => hears(each, books, sent.type, store))
        const answers = await Promise.all(listening.map((each) => deliver(sent, each)))
        const settled = {...sent, pending_webhooks: answers.filter((ok) => !ok).length}
        books.events.put(settled)
        return settled
      }
      throw new Error(`No event ${id}`)
    },
    async emit(books, words) {
      const platform = store.accounts.get(books.account)?.platform ?? null
      const listening = store.endpoints.filter((each) => hears(each, books, words.type, store))
      const noted = event(words, {
        id: ids('evt'),
        created: now(),
        livemode: books.livemode,
        account: platform === null ? undefined : books.account,
        pendingWebhooks: listening.length,
      })
      books.events.put(noted)
      const answers = await Promise.all(listening.map((each) => deliver(noted, each)))
      const settled = {...noted, pending_webhooks: answers.filter((ok) => !ok).length}
      books.events.put(settled)
      return settled
    },
  }
}

/** The header that Stripe's SDK checks: the time and the HMAC of `time.body`. */
function signature(body: string, secret: string, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
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

async function post(url: string, body: string, secret: string, at: number): Promise<number | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signature(body, secret, at),
      },
      body,
      // Stripe takes a redirect for a failure.
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    await answer.body?.cancel()
    return answer.status
  } catch {
    // No answer is an outcome here, as it is for Stripe: the event stays pending.
    return null
  }
}

/** A seed may name a school's real address; nothing may leave this machine. */
function onLoopback(url: string): boolean {
  const {hostname} = new URL(url)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  )
}
