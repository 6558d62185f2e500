import {StripeFault} from './stripe-fault.ts'

export interface RateLimits {
  /** Takes one request from the buckets, or throws Stripe's 429. */
  spend(request: {account: string; livemode: boolean; endpoint: string}): void
}

const perSecond = {live: 100, test: 25, endpoint: 25}

/**
 * Stripe's limits as token buckets that hold one second's worth: 100 a second for an account (25 in test
 * mode), and 25 for one endpoint of it.
 */
export function createRateLimits(nowMs: () => number): RateLimits {
  const buckets = new Map<string, {tokens: number; at: number}>()

  function bucket(name: string, rate: number) {
    const now = nowMs()
    const held = buckets.get(name) ?? {tokens: rate, at: now}
    const tokens = Math.min(rate, held.tokens + ((now - held.at) / 1000) * rate)
    const filled = {tokens, at: now}
    buckets.set(name, filled)
    return filled
  }

  return {
    spend({account, livemode, endpoint}) {
      const mode = livemode ? 'live' : 'test'
      const whole = bucket(`${account} ${mode}`, perSecond[mode])
      const one = bucket(`${account} ${mode} ${endpoint}`, perSecond.endpoint)
      if (whole.tokens < 1) throw limited('global-rate')
      if (one.tokens < 1) throw limited('endpoint-rate')
      whole.tokens -= 1
      one.tokens -= 1
    },
  }
}

function limited(reason: 'global-rate' | 'endpoint-rate'): StripeFault {
  return new StripeFault({
    status: 429,
    body: {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message:
        'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    },
    headers: {'stripe-rate-limited-reason': reason},
  })
}
