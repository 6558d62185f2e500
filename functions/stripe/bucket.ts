/** A token bucket: who takes a token is told how many milliseconds to wait until it is theirs. */
export type Bucket = {
  take: () => number
  /** What seemed to be there is not: the next token is free after so many milliseconds, at the soonest. */
  empty: (ms: number) => void
}

/**
 * Makes a full bucket. Tokens are given in the order they were asked for. Times are real ones: this is about the
 * wire, not about the domain.
 */
export function createBucket({perSecond, burst}: {perSecond: number; burst: number}): Bucket {
  const perMs = perSecond / 1_000
  let free = burst
  let counted = performance.now()

  function refill(): void {
    const now = performance.now()
    free = Math.min(burst, free + (now - counted) * perMs)
    counted = now
  }

  return {
    take() {
      refill()
      free -= 1
      return free < 0 ? -free / perMs : 0
    },
    empty(ms) {
      refill()
      free = Math.min(free, 1 - ms * perMs)
    },
  }
}
