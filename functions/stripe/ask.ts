import {FAULTS, Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import type {Account} from '../ports.ts'
import {delay} from '../delay.ts'
import type {Pace} from './pace.ts'
import {notStripe, translateError} from './translate-error.ts'

const ATTEMPTS = 4
// Longer than this, and the person is better told to come back than kept waiting.
const LONGEST_PAUSE = 4 * SECOND

/**
 * One call of the SDK: `endpoint` and `object` say what is asked for (`checkout.sessions`, a `list`). Stripe counts its
 * calls by that, and a true answer names the object.
 */
export type Ask = <T extends {object: string}>(
  account: Account,
  expected: {endpoint: string; object: T['object']},
  call: () => Promise<T>,
) => Promise<T>

/**
 * Makes the way every call to Stripe goes out: at a pace, checked, translated, and asked again when Stripe is busy.
 * The SDK itself does not repeat a 429 and takes any JSON for an answer.
 *
 * @param options.pace all requests of this instance share it
 * @param options.firstPause milliseconds before the first repetition; each further one waits twice as long
 * @param options.onCall hears of every call, repeated ones too
 * @example
 * const expected = {endpoint: 'checkout.sessions', object: 'list'} as const
 * const page = await ask('acct_A', expected, () => stripe.checkout.sessions.list({}, {stripeAccount}))
 */
export function createAsk({
  pace,
  firstPause,
  onCall,
}: {
  pace: Pace
  firstPause: number
  onCall: () => void
}): Ask {
  return function ask(account, {endpoint, object}, call) {
    const counted = {account, endpoint: `${endpoint} ${object}`}
    return attempt(1)

    async function attempt(nth: number): ReturnType<typeof call> {
      await pace.turn(counted)
      onCall()
      try {
        const answer = await call()
        if (answer.object !== object) throw notStripe()
        return answer
      } catch (error) {
        const fault = translateError(error, account)
        if (!(fault instanceof Fault)) throw fault
        const pause = pauseAfter(fault, firstPause * 2 ** (nth - 1))
        const {reason} = fault.detail
        // A 429 that names no limit is a lock on one object, and no concern of other calls.
        if (fault.code === 'rate_limited' && reason !== undefined) {
          pace.holdBack(counted, {reason, ms: Math.min(pause, LONGEST_PAUSE)})
        }
        if (!FAULTS[fault.code].retry || nth === ATTEMPTS || pause > LONGEST_PAUSE) throw fault
        await delay(pause)
        return attempt(nth + 1)
      }
    }
  }
}

/** Milliseconds to wait before asking again. */
function pauseAfter({retryAfterSeconds}: Fault, usual: number): number {
  const jitter = 0.75 + Math.random() / 2
  return retryAfterSeconds === null ? usual * jitter : retryAfterSeconds * SECOND
}
