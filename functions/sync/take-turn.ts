import {Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'
import {WriteConflict, type LedgerPort} from '../ports.ts'

/**
 * Does something that is not to be done again for a while, wherever it is asked for: the lake remembers. What went
 * wrong was not done, and may be tried again at once.
 *
 * @param options.pause milliseconds
 * @throws Fault `rate_limited` with the seconds that are left, or whatever the work threw
 * @example await takeTurn(ledger, {key: 'student u1', pause: 10 * MINUTE, now: Date.now()}, () => sync())
 */
export async function takeTurn<Done>(
  ledger: Pick<LedgerPort, 'turn' | 'saveTurn'>,
  {key, pause, now}: {key: string; pause: number; now: number},
  work: () => Promise<Done>,
): Promise<Done> {
  const {state, revision} = await ledger.turn(key)
  // Later than any turn could be: the clock was off when it was remembered.
  const left = Math.min((state.until ?? 0) - now, pause)
  if (left > 0) throw tooSoon(left)
  try {
    await ledger.saveTurn({state: {key, until: now + pause}, revision})
  } catch (error) {
    if (error instanceof WriteConflict) throw tooSoon(pause)
    throw error
  }
  try {
    return await work()
  } catch (error) {
    await giveBack(ledger, key)
    throw error
  }
}

function tooSoon(left: number): Fault {
  return new Fault(
    'rate_limited',
    'this was done a moment ago',
    {reason: 'turn'},
    {
      retryAfterSeconds: Math.ceil(left / SECOND),
    },
  )
}

async function giveBack(ledger: Pick<LedgerPort, 'turn' | 'saveTurn'>, key: string): Promise<void> {
  try {
    const {revision} = await ledger.turn(key)
    await ledger.saveTurn({state: {key, until: null}, revision})
  } catch (error) {
    // The lake is gone: then the turn is over when its time is, and why it went wrong matters more.
    if (!(error instanceof Fault || error instanceof WriteConflict)) throw error
  }
}
