import type Stripe from 'stripe'
import type {Store} from './store.ts'
import type {Webhooks} from './webhooks.ts'

/** What happens to accounts and keys. */
export interface AccountControl {
  /** The account is no longer connected to its platform: every key is refused there. */
  disconnect(account: string): void
  /** Changes what an account says of itself, such as `charges_enabled`. */
  changeAccount(account: string, changes: Partial<Stripe.Account>): Promise<Stripe.Event>
  expireKey(key: string): void
}

export function createAccountControl({
  store,
  webhooks,
}: {
  store: Store
  webhooks: Pick<Webhooks, 'emit'>
}): AccountControl {
  return {
    disconnect(account) {
      const seed = known(store.accounts, account)
      store.accounts.set(account, {...seed, platform: 'acct_disconnected'})
    },
    changeAccount(account, changes) {
      const seed = known(store.accounts, account)
      const object: Stripe.Account = {...seed.account, ...changes}
      store.accounts.set(account, {...seed, account: object})
      return webhooks.emit(store.books(account, seed.modes?.includes('live') !== false), {
        type: 'account.updated',
        object,
      })
    },
    expireKey: (key) => void store.keys.set(key, {...known(store.keys, key), expired: true}),
  }
}

function known<T>(held: Map<string, T>, id: string): T {
  const value = held.get(id)
  if (value === undefined) throw new Error(`Unknown: ${id}`)
  return value
}
