import type {IncomingMessage, ServerResponse} from 'node:http'
import {createControl, type Control} from './control.ts'
import {createFaults, type Faults} from './faults.ts'
import {createHandler} from './handle-request.ts'
import {createLedger, type Ledger} from './ledger.ts'
import {loadSeed} from './load-seed.ts'
import {createIds} from './objects/ids.ts'
import {createRateLimits} from './rate-limits.ts'
import type {StripeSeed} from './stripe-seed.ts'
import {createWebhooks} from './webhooks.ts'

export interface StripeOptions {
  /** Milliseconds since 1970; a test gives its own clock. */
  now?: () => number
  /** Off unless said: a demo has no neighbours. */
  rateLimits?: boolean
  latencyMs?: number
}

/** The local Stripe as a value: a server of one's own mounts it, `startStripe` gives it a port. */
export interface MountableStripe {
  handle: (request: IncomingMessage, response: ServerResponse) => void
  /** Forgets everything that happened, and starts again from the seed, or from another one. */
  reset: (seed?: StripeSeed) => Promise<void>
  ledger: Ledger
  faults: Faults
  control: Control
}

/**
 * A Stripe that the real SDK can talk to, over the accounts, keys and sales of a seed.
 *
 * @example
 * const stripe = createStripe(seed, {latencyMs: 80})
 * http.createServer((request, response) => stripe.handle(request, response))
 */
export function createStripe(seed: StripeSeed, options: StripeOptions = {}): MountableStripe {
  const nowMs = options.now ?? Date.now
  const now = () => Math.floor(nowMs() / 1000)
  const ledger = createLedger()
  const faults = createFaults({latencyMs: options.latencyMs ?? 0, rateLimits: options.rateLimits ?? false})
  let held = seed
  let open = opened(held)

  function opened(from: StripeSeed) {
    const store = loadSeed(from)
    const ids = createIds('happened since the seed')
    const webhooks = createWebhooks({store, ledger, ids, now})
    const control = createControl({store, webhooks, ids, now})
    const limits = createRateLimits(nowMs)
    return {control, handle: createHandler({store, webhooks, ids, limits, faults, ledger, now})}
  }

  return {
    handle: (request, response) => open.handle(request, response),
    async reset(next = held) {
      held = next
      ledger.clear()
      faults.clear()
      open = opened(held)
    },
    ledger,
    faults,
    // Read anew at each use, since a reset opens other books.
    get control() {
      return open.control
    },
  }
}
