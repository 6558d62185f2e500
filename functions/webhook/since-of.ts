import type {LedgerPort} from '../ports.ts'
import {automaticSince} from '../sync/amend-state.ts'

/** From when on payments of a school may be repaired without a person; milliseconds. */
export type SinceOf = (
  ledger: Pick<LedgerPort, 'syncState' | 'saveSyncState'>,
  school: string,
) => Promise<number>

/** Makes the question, asked once a school and instance: once it is set it stays. */
export function createSinceOf(now: () => number): SinceOf {
  const known = new Map<string, number>()
  return async (ledger, school) => {
    const since = known.get(school) ?? (await automaticSince(ledger, school, now()))
    known.set(school, since)
    return since
  }
}
