import type {FaultBody} from '../../plugin/core/contract/fault.ts'
import type {SchoolSync} from '../../plugin/core/contract/sync.ts'
import {syncSchool, type SyncOptions} from './sync-school.ts'
import type {SyncWay} from './take-step.ts'

const AT_ONCE = 4

export type Schools = {
  /** Every school of the platform; asked only where none is named. */
  all: () => Promise<string[]>
  /** The way to one of them, with calls counted for it alone. */
  way: (school: string) => Promise<SyncWay>
  toFaultBody: (error: unknown) => FaultBody
}

/**
 * Brings schools up to date, a few at a time. One that fails says why, and stops no other.
 *
 * @param named school ids; null for all
 * @returns in the order of the schools
 * @throws Fault where it cannot be told which schools there are
 */
export async function syncSchools(
  {all, way, toFaultBody}: Schools,
  named: readonly string[] | null,
  options: SyncOptions,
): Promise<SchoolSync[]> {
  const schools = [...new Set(named ?? (await all()))]
  const waiting = schools.entries()
  const done = new Map<number, SchoolSync>()

  const sync = async (school: string): Promise<SchoolSync> => {
    try {
      return {school, report: await syncSchool(await way(school), options)}
    } catch (error) {
      return {school, error: toFaultBody(error)}
    }
  }
  const work = async (): Promise<void> => {
    // One iterator for all: each school is taken by one of them.
    for (const [place, school] of waiting) done.set(place, await sync(school))
  }
  await Promise.all(Array.from({length: AT_ONCE}, work))
  return [...done].toSorted(([a], [b]) => a - b).map(([, one]) => one)
}
