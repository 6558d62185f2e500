import {useEffect, useSyncExternalStore} from 'react'
import type {Counted} from '../engine/tallies.ts'
import {usePasses} from './passes-context.ts'

/**
 * What there is to do at each of these schools, as far as it was counted on this page. Counting one asks Stripe.
 *
 * @example const {counted, count} = useTallies(ids); counted.get(id)?.tally?.review
 */
export function useTallies(schools: readonly string[]): {
  counted: ReadonlyMap<string, Counted>
  count: (school: string) => void
} {
  const {tallies} = usePasses()
  const ids = schools.join('\n')
  useEffect(() => tallies.look(ids.split('\n')), [tallies, ids])
  return {counted: useSyncExternalStore(tallies.subscribe, tallies.getSnapshot), count: tallies.count}
}
