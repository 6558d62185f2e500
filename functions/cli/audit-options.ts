import {parseArgs} from 'node:util'
import {storedTime} from '../../plugin/core/documents/stored-time.ts'

export const USAGE = `usage: stripe-passes audit --school ID --dataset FILE --payments FILE [options]
       stripe-passes audit --school ID [--from TIME] [--to TIME] [options]

With files, judges these. Without, reads Stripe and Sanity with the function's own settings: STRIPE_SECRET_KEY, LIVE,
SANITY_PROJECT_ID, SANITY_DATASET, SANITY_WRITE_TOKEN, and SCHOOL_ACCOUNTS where it is set. Nothing is ever written.

  --school ID      the tenant document's id
  --dataset FILE   documents, one JSON object a line, as \`sanity dataset export\` writes them
  --payments FILE  Checkout Sessions, one a line, each with the "account" it was listed from
  --test           of the files, judge test money instead of real money
  --from TIME      without files: payments from this day or moment on (ISO 8601); default: 90 days ago
  --to TIME        without files: payments before this day or moment; default: now
  --now TIME       judge as of this moment (ISO 8601); default: now
  --transit N      minutes that the webhook may take; default: 10
  --json           print the entries as JSON
  --csv            print the entries as CSV

exit code: 0 no mismatch, 1 mismatches, 2 could not read
`

export type AuditOptions = {
  source: AuditSource
  school: string
  now: number
  transitMinutes: number
  print: 'table' | 'json' | 'csv'
}

export type AuditSource =
  | {from: 'files'; dataset: string; payments: string; live: boolean}
  | {from: 'keys'; period: {from: string | undefined; to: string | undefined}}

/** The options, or a sentence that says what is wrong with them. */
export function auditOptions(args: readonly string[], clock: number): AuditOptions | string {
  const given = parsed(args)
  if (typeof given === 'string') return given
  const {school, now, transit = '10', json = false, csv = false} = given
  const source = sourceOf(given)
  if (typeof source === 'string') return source
  if (school === undefined) return '--school is missing'
  if (json && csv) return 'either --json or --csv'
  const at = now === undefined ? clock : storedTime(now, 'UTC').at
  if (at === null) return `--now ${String(now)} is no time`
  const transitMinutes = Number(transit)
  if (!Number.isFinite(transitMinutes) || transitMinutes < 0)
    return `--transit ${transit} is no number of minutes`
  const print = json ? 'json' : csv ? 'csv' : 'table'
  return {source, school, now: at, transitMinutes, print}
}

type Given = Exclude<ReturnType<typeof parsed>, string>

function sourceOf({dataset, payments, from, to, test = false}: Given): AuditSource | string {
  if (dataset === undefined && payments === undefined) {
    return test
      ? '--test is about files; with keys, LIVE says which money counts'
      : {from: 'keys', period: {from, to}}
  }
  if (dataset === undefined) return '--dataset is missing'
  if (payments === undefined) return '--payments is missing'
  if (from !== undefined || to !== undefined)
    return '--from and --to are about live keys; files are judged whole'
  return {from: 'files', dataset, payments, live: !test}
}

function parsed(args: readonly string[]) {
  const text = {type: 'string'} as const
  const flag = {type: 'boolean'} as const
  const options = {
    dataset: text,
    payments: text,
    school: text,
    from: text,
    to: text,
    now: text,
    transit: text,
    json: flag,
    csv: flag,
    test: flag,
  }
  try {
    return parseArgs({args: [...args], options, strict: true}).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
