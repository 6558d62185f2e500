import {useSyncExternalStore} from 'react'
import type {SchoolsAnswer} from '../core/contract/endpoints.ts'
import type {Fault} from '../core/contract/fault.ts'
import {usePasses} from './passes-context.ts'

export type SchoolsState = {refresh: () => void} & (
  | {state: 'loading'}
  | ({state: 'ready'; stale: Fault | null; refreshing: boolean} & SchoolsAnswer)
  | {state: 'failed'; fault: Fault}
)

/**
 * Who is signed in, the schools they may act for, and whether it is real money.
 *
 * @example const schools = useSchools(); if (schools.state === 'ready') schools.schools[0]?.name
 */
export function useSchools(): SchoolsState {
  const {schools} = usePasses()
  const known = useSyncExternalStore(schools.subscribe, schools.getSnapshot)
  const {refresh} = schools
  if (known.state !== 'ready') return {...known, refresh}
  const {value, ...rest} = known
  return {...rest, ...value, refresh}
}
