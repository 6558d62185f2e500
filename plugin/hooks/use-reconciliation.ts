import {useSyncExternalStore} from 'react'
import type {FactsState} from '../live/facts-state.ts'
import {usePasses} from './passes-context.ts'
import type {Period} from './passes-session.ts'

export type ReconciliationState = FactsState & {refresh: () => void}

/**
 * A school's payments and passes of a period and the verdicts on them, kept true by every change in the lake. A
 * reading that fails keeps what was shown: `stale` says why, `asOf` since when.
 *
 * @example const view = useReconciliation(school.id, {days: 90})
 */
export function useReconciliation(school: string, period: Period): ReconciliationState {
  const store = usePasses().reconciliation(school, period)
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return {...state, refresh: store.refresh}
}
