import {delay} from '../delay.ts'

/**
 * Makes a token bucket: `await turn()` before each call, and no more than `perSecond` of them go out. Turns are
 * given in the order they were asked for. Times are real ones: this is about the wire, not about the domain.
 */
export function createPace({perSecond, burst}: {perSecond: number; burst: number}): () => Promise<void> {
  let free = burst
  let counted = performance.now()

  return async function turn(): Promise<void> {
    const now = performance.now()
    free = Math.min(burst, free + ((now - counted) / 1_000) * perSecond) - 1
    counted = now
    if (free < 0) await delay((-free / perSecond) * 1_000)
  }
}
