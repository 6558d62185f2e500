import Stripe from 'stripe'

/** Where Stripe is, when it is not Stripe's own address: a local backend. */
export type StripeApi = {protocol: 'http' | 'https'; host: string; port: number}

const TIMEOUT = 20_000

/** The SDK, with its own repetitions off: `ask` repeats what is worth repeating, at a pace. */
export function createStripe(key: string, api: StripeApi | null): Stripe {
  return new Stripe(key, {
    timeout: TIMEOUT,
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
