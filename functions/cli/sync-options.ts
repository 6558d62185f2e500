import {parseArgs} from 'node:util'
import {storedTime} from '../../plugin/core/documents/stored-time.ts'
import type {SyncOptions} from '../sync/sync-school.ts'

export const SYNC_USAGE = `usage: stripe-passes sync [--school ID]… [options]

Reads what is new or unsettled in Stripe since the last run, and repairs what is beyond doubt: certain grants, certain
upgrades, passes that forgot their school, and the end of passes whose money went back whole. Everything else waits for a
person. Uses the function's own settings.

  --school ID      the tenant document's id; may be given several times; default: every school
  --dry-run        say what would be repaired; nothing is written, and the run is not remembered
  --since TIME     read everything from this day or moment on, also what was read before (ISO 8601)
  --every N        minutes until the next run, so that open pages can say when
  --json           print the report as JSON

exit code: 0 all is well, 1 mismatches are left, 2 something was not done
`

export type SyncWish = {schools: string[] | null; options: SyncOptions; json: boolean}

/** The options, or a sentence that says what is wrong with them. */
export function syncOptions(args: readonly string[], now: number): SyncWish | string {
  const given = parsed(args)
  if (typeof given === 'string') return given
  const {school: schools = null, since, every, json = false} = given
  const dryRun = given['dry-run'] === true
  const from = since === undefined ? null : storedTime(since, 'UTC').at
  if (since !== undefined && from === null) return `--since ${since} is no time`
  if (from !== null && from > now) return `--since ${String(since)} is in the future`
  const minutes = every === undefined ? null : Number(every)
  if (minutes !== null && !(Number.isSafeInteger(minutes) && minutes > 0))
    return `--every ${String(every)} is no number of minutes`
  return {schools, options: {write: !dryRun, keep: !dryRun, since: from, every: minutes}, json}
}

function parsed(args: readonly string[]) {
  const text = {type: 'string'} as const
  const flag = {type: 'boolean'} as const
  const options = {
    school: {type: 'string', multiple: true},
    since: text,
    every: text,
    'dry-run': flag,
    json: flag,
  } as const
  try {
    return parseArgs({args: [...args], options, strict: true}).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
