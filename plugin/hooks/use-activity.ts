import {useSyncExternalStore} from 'react'
import {createActivityStore, type ActivityState} from '../live/activity-store.ts'
import {usePasses} from './passes-context.ts'
import {perSession} from './per-session.ts'

const activityOf = perSession(({ask, lake}, school: string, batch: string | null) =>
  createActivityStore({read: (after) => ask('records', {school, batch, after}), lake}),
)

export type Activity = ActivityState & {refresh: () => void; more: () => void}

/**
 * What was repaired at a school, newest first, kept true; with `batch`, only what was repaired by that one click.
 *
 * @example const activity = useActivity(school.id, null)
 */
export function useActivity(school: string, batch: string | null): Activity {
  const store = activityOf(usePasses(), school, batch)
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return {...state, refresh: store.refresh, more: store.more}
}
