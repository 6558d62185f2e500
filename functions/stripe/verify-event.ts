import Stripe from 'stripe'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import {textHash} from '../../plugin/core/contract/text-hash.ts'
import type {VerifyEvent} from '../ports.ts'
import {eventHint} from './event-hint.ts'

const TOLERANCE = 300 * SECOND
/** The SDK would look at the past only: both ways are looked at here. */
const NO_TOLERANCE = 0

/** By what a secret is told apart without being told. */
export function secretName(secret: string): string {
  return textHash(secret).slice(0, 12)
}

/** Makes the check of deliveries: the SDK takes one secret a call, and while one is rotated there are two. */
export function createVerifyEvent({webhooks}: Stripe, secrets: readonly string[]): VerifyEvent {
  return async (body, signature, now) => {
    if (secrets.length === 0) {
      throw new Fault('misconfigured', 'STRIPE_WEBHOOK_SECRETS is not set', {
        settings: 'STRIPE_WEBHOOK_SECRETS',
        reason: 'no_webhook',
      })
    }
    for (const secret of secrets) {
      if (!(await isSigned(body, signature, secret))) continue
      refuseOutOfTime(signature, now)
      return {hint: parse(body), secret: secretName(secret)}
    }
    throw refused('signature', 'no secret in STRIPE_WEBHOOK_SECRETS has signed this')
  }

  async function isSigned(body: Uint8Array, signature: string | null, secret: string): Promise<boolean> {
    try {
      await webhooks.signature?.verifyHeaderAsync(body, signature ?? '', secret, NO_TOLERANCE)
      return webhooks.signature !== null
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false
      throw error
    }
  }
}

/** A delivery that was recorded must not be good for ever, nor one that is dated for later. */
function refuseOutOfTime(signature: string | null, now: number): void {
  const age = now - signedAt(signature)
  if (Math.abs(age) <= TOLERANCE) return
  throw age < 0
    ? refused('too_early', 'signed for later than now: one of the two clocks is wrong')
    : refused('too_old', 'signed too long ago')
}

/** Of two times in one header the SDK would sign one and we could look at the other: there must be one. */
function signedAt(signature: string | null): number {
  const times = (signature ?? '').split(',').filter((item) => /^t(=|$)/.test(item))
  const [time = ''] = times
  return times.length === 1 && /^t=\d{1,12}$/.test(time) ? Number(time.slice(2)) * SECOND : NaN
}

function parse(body: Uint8Array): ReturnType<typeof eventHint> & object {
  const hint = eventHint(json(body))
  if (hint === null) throw refused('not_an_event', 'signed, but no event that tells of an object')
  return hint
}

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}

function refused(reason: string, message: string): Fault {
  return new Fault('invalid_request', message, {reason})
}
