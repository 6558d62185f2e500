import type {Fault} from '../core/contract/fault.ts'
import type {Progress} from '../live/facts-state.ts'
import type {Mirror} from './mirror.ts'
import type {SchoolShown} from './shown.ts'
import {tallyOf, type Tally} from './tally-of.ts'

/** What is known of a school's numbers. What was counted before stays while it is counted anew, and when that fails. */
export type Counted = {
  tally: Tally | null
  /** Null while nobody counts. */
  counting: {progress: Progress | null} | null
  fault: Fault | null
}

export type Tallies = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => ReadonlyMap<string, Counted>
  /** Reads a school, which asks Stripe, and counts. */
  count: (school: string) => void
  /** Counts those that are read already, without asking anybody. */
  look: (schools: readonly string[]) => void
}

const NOTHING: Counted = {tally: null, counting: null, fault: null}

/** The numbers of many schools, each counted only when somebody asks, and kept as long as the page. */
export function createTallies(mirrorOf: (school: string) => Mirror<SchoolShown>): Tallies {
  const listeners = new Set<() => void>()
  let counted: ReadonlyMap<string, Counted> = new Map()

  const set = (school: string, changes: Partial<Counted>) => {
    counted = new Map([...counted, [school, {...NOTHING, ...counted.get(school), ...changes}]])
    for (const listener of listeners) listener()
  }

  return {
    getSnapshot: () => counted,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    count(school) {
      if (counted.get(school)?.counting != null) return
      const mirror = mirrorOf(school)
      set(school, {counting: {progress: null}, fault: null})
      const isFailed = failed(mirror.getSnapshot())
      const end = mirror.subscribe(hear)
      // What failed a while ago is not told as if it had failed now.
      if (isFailed) mirror.refresh()
      else hear()

      function hear(): void {
        const shown = mirror.getSnapshot()
        if (
          shown.state === 'loading' ||
          (shown.state === 'ready' && (shown.refreshing || !shown.desk.isWhole))
        ) {
          set(school, {counting: {progress: shown.progress}})
          return
        }
        end()
        if (shown.state === 'failed') set(school, {counting: null, fault: shown.fault})
        else set(school, {counting: null, fault: shown.stale, tally: tallyOf(shown)})
      }
    },
    look(schools) {
      for (const school of schools) {
        const shown = mirrorOf(school).getSnapshot()
        if (shown.state === 'ready' && shown.desk.isWhole) set(school, {tally: tallyOf(shown)})
      }
    },
  }
}

function failed(shown: SchoolShown): boolean {
  return shown.state === 'failed' || (shown.state === 'ready' && shown.stale !== null)
}
