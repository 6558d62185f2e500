import {useSyncExternalStore} from 'react'
import type {StudentShown} from '../engine/shown.ts'
import {usePasses} from './passes-context.ts'

export type StudentAtSchool = StudentShown & {refresh: () => void}
/** What is known of a student at one school, once it was read. */
export type KnownStudent = Extract<StudentAtSchool, {state: 'ready'}>

/**
 * One student at a school: at once what Stripe answers by id and by email, then whatever a scan of the school's last
 * `days` adds. While `complete` is false not everything was searched, and "no payment" must not be said.
 *
 * @example const known = useStudent('school-oslo', 'user-ada', 90)
 */
export function useStudent(school: string, student: string, days: number): StudentAtSchool {
  const {subscribe, getSnapshot, refresh} = usePasses().engine.student({school, student, days})
  return {...useSyncExternalStore(subscribe, getSnapshot), refresh}
}
