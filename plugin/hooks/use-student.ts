import {useState, useSyncExternalStore} from 'react'
import type {StudentShown} from '../engine/shown.ts'
import {isAlike} from '../live/is-alike.ts'
import {usePasses} from './passes-context.ts'

type Ready = Extract<StudentShown, {state: 'ready'}>

export type StudentAtSchool = StudentShown & {refresh: () => void}
/** What is known of a student at one school, once it was read. */
export type KnownStudent = Ready & {refresh: () => void}

/**
 * One student at a school: at once what a glance has read already, or what Stripe answers by id and by email, then
 * whatever a scan of the school's last `days` adds. While `complete` is false not everything was searched, and "no
 * payment" must not be said. Another student needs another `key` on the component.
 *
 * @example const known = useStudent('school-oslo', 'user-ada', 90)
 */
export function useStudent(school: string, student: string, days: number): StudentAtSchool {
  const {engine} = usePasses()
  const {subscribe, getSnapshot, refresh} = engine.student({school, student, days})
  const view = useSyncExternalStore(subscribe, getSnapshot)
  const [held, hold] = useState(() =>
    heldOf(engine.student({school, student, days: null}).getSnapshot(), null),
  )
  const now = heldOf(view, held)
  if (now !== held) hold(now)
  return {...shownOf(view, now), refresh}
}

/** What stands there, and its story as it was told. */
type Held = {shown: Ready; told: Ready['story']}

/** A story that says the same as before stays the one that stands there, and is not drawn anew. */
function heldOf(view: StudentShown, held: Held | null): Held | null {
  if (view.state === 'loading') return held
  if (view.state !== 'ready') return null
  const {story} = view
  if (story === held?.told) return held
  const isSaid = held !== null && isAlike(story, held.shown.story)
  return {told: story, shown: isSaid ? {...view, story: held.shown.story} : view}
}

/** What stands there stays until more was read. */
function shownOf(view: StudentShown, held: Held | null): StudentShown {
  if (held === null) return view
  const {shown} = held
  if (view.state === 'ready') return {...view, story: shown.story}
  if (view.state !== 'loading') return view
  const {progress} = view
  return {...shown, complete: false, scan: {state: 'running', progress}, refreshing: true, progress}
}
