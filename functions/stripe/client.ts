import Stripe from 'stripe'
import type {Patience} from '../patience.ts'

/** Where Stripe is, when it is not Stripe's own address: a local backend. */
export type StripeApi = {protocol: 'http' | 'https'; host: string; port: number}

/** The SDK, with its own repetitions off: `ask` repeats what is worth repeating, at a pace. */
export function createStripe(
  key: string,
  api: StripeApi | null,
  {timeout}: Pick<Patience, 'timeout'>,
): Stripe {
  return new Stripe(key, {
    timeout,
    maxNetworkRetries: 0,
    telemetry: false,
    appInfo: {name: 'sanity-plugin-stripe-passes'},
    ...(api && {protocol: api.protocol, host: api.host, port: api.port}),
  })
}

/** The option that says whose account is meant; without it the call is about the platform's own. */
export function onAccount(account: string | null): Stripe.RequestOptions {
  return account === null ? {} : {stripeAccount: account}
}
