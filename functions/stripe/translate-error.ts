import Stripe from 'stripe'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Account} from '../ports.ts'

const {errors} = Stripe

/**
 * Says in our words why Stripe did not answer. What Stripe wrote stays in `cause`: its messages quote keys and
 * what was asked for. Anything that is not a failure we expect comes back as it is: a bug.
 *
 * @example throw translateError(error, 'acct_A') // Fault account_unreadable {account: 'acct_A', permission: …}
 */
export function translateError(error: unknown, account: Account): unknown {
  if (error instanceof errors.StripeRateLimitError) return rateLimited(error)
  if (error instanceof errors.StripeAuthenticationError) {
    return new Fault(
      'misconfigured',
      'Stripe refuses STRIPE_SECRET_KEY: it is wrong, expired or was rolled',
      {settings: 'STRIPE_SECRET_KEY', reason: 'refused_by_stripe'},
      {cause: error},
    )
  }
  if (error instanceof errors.StripePermissionError) return unreadable(error, account)
  if (error instanceof errors.StripeError && error.code === 'resource_missing') {
    return new Fault('not_found', 'Stripe knows no such object on this account', {}, {cause: error})
  }
  if (error instanceof errors.StripeConnectionError || isTheirs(error)) {
    return new Fault('stripe_unavailable', 'Stripe did not answer as it should', {}, {cause: error})
  }
  return error
}

/** An answer that parsed as JSON and is not Stripe's: the SDK takes a proxy's own error page for a result. */
export function notStripe(): Fault {
  return new Fault('stripe_unavailable', 'something that is not Stripe answered in its place')
}

function unreadable(error: InstanceType<typeof errors.StripePermissionError>, account: Account): Fault {
  // A restricted key's refusal has no code and names the permission it lacks in the sentence only.
  const permission = /\brak_[a-z0-9_]+/.exec(error.message)?.[0]
  const where: Record<string, string> = {account: account ?? 'platform'}
  if (permission !== undefined) where['permission'] = permission
  const why =
    permission === undefined
      ? 'the key cannot read this account'
      : `the key cannot read this account: it lacks the permission ${permission}`
  return new Fault('account_unreadable', why, where, {cause: error})
}

function rateLimited(error: InstanceType<typeof errors.StripeRateLimitError>): Fault {
  const seconds = Number(error.headers?.['retry-after'])
  const reason = error.headers?.['stripe-rate-limited-reason']
  return new Fault('rate_limited', 'Stripe asks to slow down', reason === undefined ? {} : {reason}, {
    cause: error,
    retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
  })
}

function isTheirs(error: unknown): boolean {
  if (error instanceof errors.StripeAPIError) return true
  return error instanceof errors.StripeError && (error.statusCode ?? 0) >= 500
}
