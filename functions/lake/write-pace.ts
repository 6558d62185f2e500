import {Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import {delay} from '../delay.ts'

// Sanity's own limit.
const PER_WINDOW = 25
const WINDOW = 1_002
const IN_FLIGHT = 4
const ATTEMPTS = 5
// Longer than this, and the person is better told to come back than kept waiting.
const LONGEST_PAUSE = 10 * SECOND

/** One write of so many mutations, when there is room for it. */
export type WritePace = <T>(mutations: number, write: () => Promise<T>) => Promise<T>

/** A write that counts: from when on is known once it was answered. */
type Sent = {mutations: number; countedAt: number | null; answered: Promise<void>}

/**
 * Makes the pace at which an instance writes: Sanity takes 25 mutations a second, and refuses what is more. Writes go
 * out in the order they were asked for, four at a time; one that was refused for its rate was not carried out, and is
 * sent again when Sanity says.
 */
export function createWritePace(): WritePace {
  let sent: Sent[] = []
  let inFlight = 0
  let lastTurn: Promise<Sent> | null = null
  const waiting: (() => void)[] = []

  return async function paced(mutations, write) {
    if (inFlight >= IN_FLIGHT) await new Promise<void>((resolve) => void waiting.push(resolve))
    inFlight += 1
    try {
      return await attempt(1)
    } finally {
      inFlight -= 1
      waiting.shift()?.()
    }

    async function attempt(nth: number): ReturnType<typeof write> {
      try {
        return await counted(mutations, write)
      } catch (error) {
        const pause = nth < ATTEMPTS ? pauseAfter(error) : null
        if (pause === null) throw error
        await delay(pause)
        return attempt(nth + 1)
      }
    }
  }

  async function counted<T>(mutations: number, write: () => Promise<T>): Promise<T> {
    const {promise: answered, resolve} = Promise.withResolvers<void>()
    // One after the other, so that a large write is not overtaken by small ones for ever.
    const turn = takeRoom(lastTurn, {mutations, countedAt: null, answered})
    lastTurn = turn
    const own = await turn
    try {
      return await write()
    } finally {
      // When on its way it was counted is not known; by now it certainly was.
      own.countedAt = performance.now()
      resolve()
    }
  }

  async function takeRoom(earlier: Promise<Sent> | null, own: Sent): Promise<Sent> {
    await earlier
    for (let full = nextToFree(own.mutations); full !== null; full = nextToFree(own.mutations)) {
      if (full.countedAt === null) await full.answered
      else await delay(Math.max(1, full.countedAt + WINDOW - performance.now()))
    }
    sent.push(own)
    return own
  }

  /** The write that has to be left behind first; null where there is room. */
  function nextToFree(mutations: number): Sent | null {
    const now = performance.now()
    sent = sent.filter(({countedAt}) => countedAt === null || countedAt > now - WINDOW)
    const used = sent.reduce((sum, each) => sum + each.mutations, 0)
    if (used === 0 || used + mutations <= PER_WINDOW) return null
    return sent.toSorted((a, b) => (a.countedAt ?? Infinity) - (b.countedAt ?? Infinity))[0] ?? null
  }
}

function pauseAfter(error: unknown): number | null {
  if (!(error instanceof Fault) || error.code !== 'rate_limited') return null
  const pause = (error.retryAfterSeconds ?? 1) * SECOND
  return pause > LONGEST_PAUSE ? null : pause
}
