import {FAULTS, Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import type {Account} from '../ports.ts'
import {delay} from '../delay.ts'
import {notStripe, translateError} from './translate-error.ts'

const ATTEMPTS = 4
// Longer than this, and the person is better told to come back than kept waiting.
const LONGEST_PAUSE = 4 * SECOND

/** One call of the SDK: `expected` is the `object` that a true answer names. */
export type Ask = <T extends {object: string}>(
  account: Account,
  expected: T['object'],
  call: () => Promise<T>,
) => Promise<T>

/**
 * Makes the way every call to Stripe goes out: at a pace, checked, translated, and asked again when Stripe is busy.
 * The SDK itself does not repeat a 429 and takes any JSON for an answer.
 *
 * @param options.turn waits for the pace that all requests of this instance share
 * @param options.firstPause milliseconds before the first repetition; each further one waits twice as long
 * @param options.onCall hears of every call, repeated ones too
 * @example const page = await ask('acct_A', 'list', () => stripe.checkout.sessions.list({}, {stripeAccount}))
 */
export function createAsk({
  turn,
  firstPause,
  onCall,
}: {
  turn: () => Promise<void>
  firstPause: number
  onCall: () => void
}): Ask {
  return function ask(account, expected, call) {
    return attempt(1)

    async function attempt(nth: number): ReturnType<typeof call> {
      await turn()
      onCall()
      try {
        const answer = await call()
        if (answer.object !== expected) throw notStripe()
        return answer
      } catch (error) {
        const fault = translateError(error, account)
        const pause =
          fault instanceof Fault && nth < ATTEMPTS ? pauseAfter(fault, firstPause * 2 ** (nth - 1)) : null
        if (pause === null) throw fault
        await delay(pause)
        return attempt(nth + 1)
      }
    }
  }
}

/** Milliseconds to wait before asking again; null when asking again is no use. */
function pauseAfter(fault: Fault, usual: number): number | null {
  if (!FAULTS[fault.code].retry) return null
  const jitter = 0.75 + Math.random() / 2
  const pause = fault.retryAfterSeconds === null ? usual * jitter : fault.retryAfterSeconds * SECOND
  return pause > LONGEST_PAUSE ? null : pause
}
