import {parseArgs} from 'node:util'
import {storedTime} from '../../plugin/core/documents/stored-time.ts'

export const USAGE = `usage: stripe-passes audit --dataset FILE --payments FILE --school ID [options]

  --dataset FILE   documents, one JSON object a line, as \`sanity dataset export\` writes them
  --payments FILE  Checkout Sessions, one a line, each with the "account" it was listed from
  --school ID      the tenant document's id
  --now TIME       judge as of this moment (ISO 8601); default: now
  --transit N      minutes that the webhook may take; default: 10
  --test           judge test money instead of real money
  --json           print the entries as JSON
  --csv            print the entries as CSV

exit code: 0 no mismatch, 1 mismatches, 2 could not read
`

export type AuditOptions = {
  dataset: string
  payments: string
  school: string
  now: number
  transitMinutes: number
  live: boolean
  print: 'table' | 'json' | 'csv'
}

/** The options, or a sentence that says what is wrong with them. */
export function auditOptions(args: readonly string[], clock: number): AuditOptions | string {
  const given = parsed(args)
  if (typeof given === 'string') return given
  const {dataset, payments, school, now, transit = '10', json = false, csv = false, test = false} = given
  if (dataset === undefined) return '--dataset is missing'
  if (payments === undefined) return '--payments is missing'
  if (school === undefined) return '--school is missing'
  if (json && csv) return 'either --json or --csv'
  const at = now === undefined ? clock : storedTime(now, 'UTC').at
  if (at === null) return `--now ${String(now)} is no time`
  const transitMinutes = Number(transit)
  if (!Number.isFinite(transitMinutes) || transitMinutes < 0)
    return `--transit ${transit} is no number of minutes`
  const print = json ? 'json' : csv ? 'csv' : 'table'
  return {dataset, payments, school, now: at, transitMinutes, live: !test, print}
}

function parsed(args: readonly string[]) {
  const text = {type: 'string'} as const
  const flag = {type: 'boolean'} as const
  const options = {
    dataset: text,
    payments: text,
    school: text,
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
