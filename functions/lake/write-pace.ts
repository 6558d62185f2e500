import {Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import {delay} from '../delay.ts'

// Sanity's own limit; a little more than a second, since what leaves here evenly need not arrive so.
const PER_WINDOW = 25
const WINDOW = 1_030
const IN_FLIGHT = 4
const ATTEMPTS = 5
// Longer than this, and the person is better told to come back than kept waiting.
const LONGEST_PAUSE = 10 * SECOND

/** One write of so many mutations, when there is room for it. */
export type WritePace = <T>(mutations: number, write: () => Promise<T>) => Promise<T>

/**
 * Makes the pace at which an instance writes: Sanity takes 25 mutations a second, and refuses what is more. Writes go
 * out in the order they were asked for, four at a time; one that was refused for its rate was not carried out, and is
 * sent again when Sanity says.
 */
export function createWritePace(): WritePace {
  const sent: {at: number; mutations: number}[] = []
  let inFlight = 0
  let last: Promise<unknown> = Promise.resolve()
  const waiting: (() => void)[] = []

  return async function paced(mutations, write) {
    await takePlace()
    try {
      return await attempt(1)
    } finally {
      inFlight -= 1
      waiting.shift()?.()
    }

    async function attempt(nth: number): Promise<Awaited<ReturnType<typeof write>>> {
      await inTurn(() => room(mutations))
      try {
        return await write()
      } catch (error) {
        const pause = nth < ATTEMPTS ? pauseAfter(error) : null
        if (pause === null) throw error
        await delay(pause)
        return attempt(nth + 1)
      }
    }
  }

  async function takePlace(): Promise<void> {
    if (inFlight >= IN_FLIGHT) await new Promise<void>((resolve) => void waiting.push(resolve))
    inFlight += 1
  }

  /** One after the other, so that a large write is not overtaken by small ones for ever. */
  function inTurn(wait: () => Promise<void>): Promise<void> {
    const turn = last.then(wait)
    last = turn
    return turn
  }

  async function room(mutations: number): Promise<void> {
    const now = performance.now()
    while (sent[0] !== undefined && sent[0].at <= now - WINDOW) sent.shift()
    const used = sent.reduce((sum, each) => sum + each.mutations, 0)
    const oldest = sent[0]
    if (oldest === undefined || used + mutations <= PER_WINDOW) {
      sent.push({at: now, mutations})
      return
    }
    await delay(Math.max(1, oldest.at + WINDOW - now))
    await room(mutations)
  }
}

function pauseAfter(error: unknown): number | null {
  if (!(error instanceof Fault) || error.code !== 'rate_limited') return null
  const pause = (error.retryAfterSeconds ?? 1) * SECOND
  return pause > LONGEST_PAUSE ? null : pause
}
