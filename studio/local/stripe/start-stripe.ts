import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {KEEP_ALIVE} from '../keep-alive.ts'
import {createStripe, type MountableStripe, type StripeOptions} from './create-stripe.ts'
import type {StripeSeed} from './stripe-seed.ts'

export {createStripe, type MountableStripe, type StripeOptions} from './create-stripe.ts'
export type {StripeSeed} from './stripe-seed.ts'

export interface LocalStripe extends MountableStripe {
  /** `http://127.0.0.1:<port>` */
  url: string
  /** What the SDK's constructor takes to talk to it. */
  sdk: {host: string; port: number; protocol: 'http'}
  close(): Promise<void>
}

/**
 * Starts a Stripe on loopback, on a free port unless one is said.
 *
 * @throws the listen error (`EADDRINUSE`) when the port is taken.
 * @example
 * const local = await startStripe(seed)
 * const stripe = new Stripe('sk_live_demo', local.sdk)
 */
export async function startStripe(
  seed: StripeSeed,
  {port = 0, ...options}: StripeOptions & {port?: number} = {},
): Promise<LocalStripe> {
  const stripe = createStripe(seed, options)
  const server = createServer(KEEP_ALIVE, (request, response) => stripe.handle(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = portOf(server.address())
  return {
    handle: stripe.handle,
    reset: stripe.reset,
    ledger: stripe.ledger,
    faults: stripe.faults,
    get control() {
      return stripe.control
    },
    url: `http://127.0.0.1:${address}`,
    sdk: {host: '127.0.0.1', port: address, protocol: 'http'},
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        // The SDK keeps its connections open; a closed server must not wait for them.
        server.closeAllConnections()
      }),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The local Stripe has no port')
  return address.port
}
