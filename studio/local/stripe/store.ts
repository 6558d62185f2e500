import type Stripe from 'stripe'
import {createBooks, type Books} from './books.ts'
import type {AccountSeed, KeySeed, StripeSeed, WebhookEndpointSeed} from './stripe-seed.ts'

/** Everything the local Stripe knows, by account and mode. */
export interface Store {
  accounts: Map<string, AccountSeed>
  keys: Map<string, KeySeed>
  endpoints: WebhookEndpointSeed[]
  /** Owner of keys and sessions that name no account: the first platform. */
  platform: string
  books(account: string, livemode: boolean): Books
  allBooks(): Iterable<Books>
  /** The books that hold a session, wherever it is; for the scenario controls. */
  findSession(id: string): {books: Books; session: Stripe.Checkout.Session} | undefined
}

export function createStore(seed: StripeSeed): Store {
  const byName = new Map<string, Books>()
  return {
    accounts: new Map(seed.accounts.map((each) => [each.account.id, each])),
    keys: new Map(seed.keys.map((each) => [each.key, each])),
    endpoints: [...(seed.webhookEndpoints ?? [])],
    platform: seed.accounts.find((each) => (each.platform ?? null) === null)?.account.id ?? 'acct_platform',
    books(account, livemode) {
      const name = `${account} ${livemode ? 'live' : 'test'}`
      const held = byName.get(name)
      if (held !== undefined) return held
      const opened = createBooks(account, livemode)
      byName.set(name, opened)
      return opened
    },
    allBooks: () => byName.values(),
    findSession(id) {
      for (const books of byName.values()) {
        const session = books.sessions.get(id)
        if (session !== undefined) return {books, session}
      }
      return undefined
    },
  }
}
