import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {createPace, type Pace} from '../../functions/stripe/pace.ts'

beforeEach(() => void vi.useFakeTimers({toFake: ['setTimeout', 'performance']}))
afterEach(() => void vi.useRealTimers())

const LIST = 'checkout.sessions list'
const A = {account: 'acct_A', endpoint: LIST}

/** How many calls went out by each of these milliseconds, of so many that all want to go out at once. */
async function sentBy(milliseconds: readonly number[], turns: readonly Promise<void>[]): Promise<number[]> {
  let sent = 0
  for (const turn of turns) void turn.then(() => (sent += 1))
  const counts: number[] = []
  let at = 0
  for (const ms of milliseconds) {
    await vi.advanceTimersByTimeAsync(ms - at)
    at = ms
    counts.push(sent)
  }
  return counts
}

function many(count: number, pace: Pace, call: Parameters<Pace['turn']>[0]): Promise<void>[] {
  return Array.from({length: count}, () => pace.turn(call))
}

describe('calls to one endpoint of an account', () => {
  it('go out a few at once, then evenly, and never 25 in one second', async () => {
    const counts = await sentBy([0, 1_000, 2_000, 3_000], many(100, createPace({live: true}), A))
    expect(counts).toEqual([12, 36, 60, 84])
  })

  it('leave the others alone: another account, another endpoint, one object instead of a list', async () => {
    const pace = createPace({live: true})
    const busy = many(60, pace, A)
    const others = [
      pace.turn({account: 'acct_B', endpoint: LIST}),
      pace.turn({account: null, endpoint: LIST}),
      pace.turn({account: 'acct_A', endpoint: 'disputes list'}),
      pace.turn({account: 'acct_A', endpoint: 'checkout.sessions checkout.session'}),
    ]
    expect(await sentBy([0], others)).toEqual([4])
    expect(await sentBy([100], busy)).toEqual([14])
  })

  it('use less where something is left to others with the same key', async () => {
    const counts = await sentBy([1_000, 2_000], many(100, createPace({live: true, share: 0.5}), A))
    expect(counts).toEqual([18, 30])
  })
})

describe('calls to an account, whichever the endpoint', () => {
  const endpoints = Array.from({length: 10}, (_, nth) => `endpoint${nth}`)
  const everywhere = (pace: Pace) =>
    endpoints.flatMap((endpoint) => many(10, pace, {account: 'acct_A', endpoint}))

  it('keep below 100 a second with real money', async () => {
    expect(await sentBy([0, 500], everywhere(createPace({live: true})))).toEqual([48, 96])
  })

  it('keep below 25 a second with test money', async () => {
    expect(await sentBy([0, 1_000], everywhere(createPace({live: false})))).toEqual([12, 36])
  })
})

describe('Stripe says that a limit was met', () => {
  it('of the endpoint: its calls wait, others do not', async () => {
    const pace = createPace({live: true})
    pace.holdBack(A, {reason: 'endpoint-rate', ms: 500})
    const held = many(2, pace, A)
    const free = pace.turn({account: 'acct_A', endpoint: 'disputes list'})
    expect(await sentBy([0], [free])).toEqual([1])
    expect(await sentBy([490, 501, 600], held)).toEqual([0, 1, 2])
  })

  it('of the account: all its calls wait, those of another account do not', async () => {
    const pace = createPace({live: true})
    pace.holdBack(A, {reason: 'global-rate', ms: 500})
    const held = [pace.turn(A), pace.turn({account: 'acct_A', endpoint: 'disputes list'})]
    expect(await sentBy([0], [pace.turn({account: 'acct_B', endpoint: LIST})])).toEqual([1])
    expect(await sentBy([490, 600], held)).toEqual([0, 2])
  })
})
