import {createHmac} from 'node:crypto'
import type Stripe from 'stripe'
import type {Ledger} from './ledger.ts'
import type {WebhookEndpointSeed} from './stripe-seed.ts'

export interface Courier {
  /** Whether the endpoint took it. Every attempt stands in the ledger. */
  deliver: (sent: Stripe.Event, to: WebhookEndpointSeed) => Promise<boolean>
  /** Whether endpoints can be reached. */
  reach: (isPossible: boolean) => void
}

/** What brings events to endpoints: signed, as Stripe signs them, and only on this machine. */
export function createCourier({ledger, now}: {ledger: Ledger; now: () => number}): Courier {
  let isReachable = true
  return {
    reach: (isPossible) => void (isReachable = isPossible),
    async deliver(sent, {endpoint: {id, url}, secret}) {
      const isSent = isReachable && onLoopback(url)
      const status = isSent ? await post(url, JSON.stringify(sent, null, 2), secret, now()) : null
      const ok = status !== null && status >= 200 && status < 300
      ledger.deliveries.push({event: sent.id, endpoint: id, url, status, ok})
      return ok
    },
  }
}

/** The header that Stripe's SDK checks: the time and the HMAC of `time.body`. */
function signature(body: string, secret: string, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
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
