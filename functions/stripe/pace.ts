import {delay} from '../delay.ts'
import type {Account} from '../ports.ts'
import {createBucket, type Bucket} from './bucket.ts'

// Stripe allows 25 calls a second to one endpoint of an account (a list is another endpoint than one object of it), and
// 100 to the whole account, or 25 in test mode. A little less is asked for: calls leave evenly and arrive less so.
const ENDPOINT = 24
const ACCOUNT = {live: 96, test: 24}
// The part of a second's worth that may go out at once. The rest is for calls that are held up on the way and arrive
// together with later ones.
const AT_ONCE = 0.5
const PLATFORM = 'platform'

/** What a call counts for; the endpoint by any name that is its own. */
export type Counted = {account: Account; endpoint: string}

/** How fast an instance calls Stripe. */
export type Pace = {
  /** Waits until the call may go out. */
  turn: (call: Counted) => Promise<void>
  /** Stripe refused the call, and says which limit it met: nothing more of that kind goes out for so long. */
  holdBack: (call: Counted, met: {reason: string; ms: number}) => void
}

/**
 * Makes a pace that keeps below Stripe's limits: they hold for each account, and for each of its endpoints.
 *
 * @param options.share the part of what Stripe allows that may be used; the rest is left to others with the same key
 * @example
 * const pace = createPace({live: true})
 * await pace.turn({account: 'acct_A', endpoint: 'checkout.sessions list'})
 */
export function createPace({live, share = 1}: {live: boolean; share?: number}): Pace {
  const buckets = new Map<string, Bucket>()

  function bucketOf(name: string, limit: number): Bucket {
    const perSecond = limit * share
    const bucket = buckets.get(name) ?? createBucket({perSecond, burst: perSecond * AT_ONCE})
    buckets.set(name, bucket)
    return bucket
  }
  const wholeOf = ({account}: Counted): Bucket =>
    bucketOf(account ?? PLATFORM, ACCOUNT[live ? 'live' : 'test'])
  const endpointOf = ({account, endpoint}: Counted): Bucket =>
    bucketOf(`${account ?? PLATFORM} ${endpoint}`, ENDPOINT)

  return {
    async turn(call) {
      await turnOf(endpointOf(call))
      // Only now: calls that still wait for their endpoint must not keep those to others waiting.
      await turnOf(wholeOf(call))
    },
    holdBack(call, {reason, ms}) {
      const bucket = reason.startsWith('global-') ? wholeOf(call) : endpointOf(call)
      bucket.empty(ms)
    },
  }
}

async function turnOf(bucket: Bucket): Promise<void> {
  const ms = bucket.take()
  if (ms > 0) await delay(ms)
}
