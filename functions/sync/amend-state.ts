import {Fault} from '../../plugin/core/contract/fault.ts'
import {MINUTE, type Instant} from '../../plugin/core/contract/instant.ts'
import type {SyncState} from '../../plugin/core/contract/sync-state.ts'
import {WriteConflict, type LedgerPort} from '../ports.ts'

const ATTEMPTS = 5
/** How long a webhook may take: what was paid just before automatic writing was switched on is still in hand. */
const IN_HAND = 10 * MINUTE

type States = Pick<LedgerPort, 'syncState' | 'saveSyncState'>

/**
 * Changes what is remembered of a school. Whoever else writes meanwhile is not overwritten: the change is made again,
 * to what they left.
 *
 * @param change what the state becomes; null leaves it as it is
 * @returns the state as it stands now
 * @throws Fault `lake_unavailable` where others never stop writing, or whatever the lake threw
 * @example await amendState(ledger, 'tenantT', (state) => ({...state, nextRun: null}))
 */
export async function amendState(
  ledger: States,
  school: string,
  change: (state: SyncState) => SyncState | null,
): Promise<SyncState> {
  return attempt(1)

  async function attempt(nth: number): Promise<SyncState> {
    const {state, revision} = await ledger.syncState(school)
    const next = change(state)
    if (next === null) return state
    try {
      await ledger.saveSyncState({state: next, revision})
      return next
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error
      if (nth < ATTEMPTS) return attempt(nth + 1)
      throw new Fault('lake_unavailable', 'others keep writing the same state', {school}, {cause: error})
    }
  }
}

/**
 * From when on payments of a school may be repaired without a person. Asked for the first time, which is when automatic
 * writing was switched on, it is set: to include the payment in hand, never further back, so that history waits.
 *
 * @param now milliseconds
 */
export async function automaticSince(ledger: States, school: string, now: Instant): Promise<Instant> {
  const since = now - IN_HAND
  const {automaticSince: known} = await amendState(ledger, school, (state) =>
    state.automaticSince === null ? {...state, automaticSince: since} : null,
  )
  return known ?? since
}

/** The same for a run that writes, or that tells what one would write: looking switches nothing on. */
export async function sinceFor(
  ledger: States,
  school: string,
  {now, write}: {now: Instant; write: boolean},
): Promise<Instant> {
  if (write) return automaticSince(ledger, school, now)
  const {state} = await ledger.syncState(school)
  return state.automaticSince ?? now - IN_HAND
}
