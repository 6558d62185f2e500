import {useSyncExternalStore} from 'react'
import type {Entry} from '../core/contract/entry.ts'
import type {FactsState} from '../live/facts-state.ts'
import {usePasses} from './passes-context.ts'

export type StudentState = {refresh: () => void} & (
  Exclude<FactsState, {state: 'ready'}> | (Extract<FactsState, {state: 'ready'}> & {entries: Entry[]})
)

/**
 * One student's payments and passes at a school, kept true like the school's. While `complete` is false not every
 * session was searched, and "no payment" must not be said.
 *
 * @example const student = useStudent('school-oslo', 'user-ada')
 */
export function useStudent(school: string, student: string): StudentState {
  const store = usePasses().student(school, student)
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot)
  const {refresh} = store
  if (state.state !== 'ready') return {...state, refresh}
  return {...state, entries: state.reconciliation.entries, refresh}
}
