import {useEffect, useSyncExternalStore} from 'react'
import {createTallies, type Counted} from '../engine/tallies.ts'
import {usePasses} from './passes-context.ts'
import {perSession} from './per-session.ts'

/** As many as the list shows unless somebody chooses more. */
const TALLIED_DAYS = 90

const talliesOf = perSession(({engine}) => createTallies((school) => engine.school(school, TALLIED_DAYS)))

/**
 * What there is to do at each of these schools, as far as it was counted on this page. Counting one asks Stripe.
 *
 * @example const {counted, count} = useTallies(ids); counted.get(id)?.tally?.review
 */
export function useTallies(schools: readonly string[]): {
  counted: ReadonlyMap<string, Counted>
  count: (school: string) => void
} {
  const tallies = talliesOf(usePasses())
  const ids = schools.join('\n')
  useEffect(() => tallies.look(ids.split('\n')), [tallies, ids])
  return {counted: useSyncExternalStore(tallies.subscribe, tallies.getSnapshot), count: tallies.count}
}
