import {Fault, FAULTS} from '../core/contract/fault.ts'
import type {Wait} from './send.ts'

/** Waiting longer than this is for the person to decide, who sees why. */
const LONGEST_WAIT_MS = 10_000
const FIRST_WAIT_MS = 400
// The function has asked Stripe and the lake more than once already before it says that they don't answer.
const TRIES = 3

type Retrying = {
  signal?: AbortSignal | undefined
  wait?: Wait | undefined
  /** Says no to a fault that this request must not be repeated after. */
  allows?: (fault: Fault) => boolean
}

/** Tries again what the table of faults says may succeed by itself, as long after as the far side asked for. */
export async function withRetries<T>(attempt: () => Promise<T>, retrying: Retrying): Promise<T> {
  const {signal, wait = pause, allows = () => true} = retrying
  for (let tried = 1; ; tried += 1) {
    signal?.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      const delay = error instanceof Fault && allows(error) ? delayBefore(error, tried) : null
      if (delay === null) throw error
      await wait(delay, signal)
    }
  }
}

/** Milliseconds until the next try; null when there is to be none. */
export function delayBefore(fault: Fault, tried: number): number | null {
  if (!FAULTS[fault.code].retry || tried >= TRIES) return null
  const asked = fault.retryAfterSeconds === null ? 0 : fault.retryAfterSeconds * 1_000
  if (asked > LONGEST_WAIT_MS) return null
  return Math.max(asked, FIRST_WAIT_MS * 2 ** (tried - 1))
}

export const pause: Wait = (ms, signal) =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done, {once: true})
  })
