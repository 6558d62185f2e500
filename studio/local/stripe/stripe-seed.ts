import type Stripe from 'stripe'
import type {SessionSeed} from './objects/checkout-session.ts'
import type {Permission} from './permissions.ts'

export interface AccountSeed {
  account: Stripe.Account
  /** The platform that it is connected to; null or absent: it is a platform itself. */
  platform?: string | null
  /** An account connected in one mode only is unknown to the keys of the other. */
  modes?: readonly ('live' | 'test')[]
}

export interface KeySeed {
  /** `sk_live_…`, `sk_test_…`, or `rk_…` for a restricted one: its prefix says what it may do. */
  key: string
  /** The account whose key it is; the first platform unless said. */
  account?: string
  /** What a restricted key may do; nothing unless said. A secret key may do everything. */
  permissions?: readonly Permission[]
  expired?: boolean
  /** Connected accounts that this key was shut out of. */
  noAccessTo?: readonly string[]
}

export interface WebhookEndpointSeed {
  endpoint: Stripe.WebhookEndpoint
  /** `whsec_…` */
  secret: string
  /** Hears the connected accounts' events instead of the platform's own. */
  connect?: boolean
  /** Whose endpoint it is; the first platform unless said. */
  account?: string
  /** Which API lists it: one made in Stripe's Workbench stands in `v2` only; both unless said. */
  listedBy?: readonly ('v1' | 'v2')[]
}

/** All that the local Stripe starts with. */
export interface StripeSeed {
  accounts: readonly AccountSeed[]
  keys: readonly KeySeed[]
  sessions: readonly SessionSeed[]
  webhookEndpoints?: readonly WebhookEndpointSeed[]
}
