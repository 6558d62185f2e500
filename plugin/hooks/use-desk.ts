import {useSyncExternalStore} from 'react'
import type {SchoolShown} from '../engine/shown.ts'
import {usePasses} from './passes-context.ts'

export type SchoolDesk = SchoolShown & {refresh: () => void}
export type ReadyDesk = Extract<SchoolDesk, {state: 'ready'}>

/**
 * A school's payments of the last so many days beside what is held, with the verdicts on them, kept true by every
 * change in the lake. A reading that fails keeps what was shown: `stale` says why, `asOf` since when.
 *
 * @example const state = useDesk(school.id, 90); if (state.state === 'ready') state.desk.rows
 */
export function useDesk(school: string, days: number): SchoolDesk {
  const {subscribe, getSnapshot, refresh} = usePasses().engine.school(school, days)
  return {...useSyncExternalStore(subscribe, getSnapshot), refresh}
}
