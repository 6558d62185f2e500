import type {SchoolSync, SyncReport} from '../../plugin/core/contract/sync.ts'

/** A run for a person who reads a terminal or a log: one line a school, and one for each repair and failure. */
export function printSync(schools: readonly SchoolSync[]): string {
  return schools.map((one) => ('error' in one ? failed(one) : done(one))).join('')
}

function failed({school, error}: Extract<SchoolSync, {error: unknown}>): string {
  const detail = Object.entries(error.detail ?? {}).map(([name, value]) => `${name} ${value}`)
  return `${school}: not done, ${error.code}: ${[error.message, ...detail].join(', ')}\n`
}

function done({school, report}: Extract<SchoolSync, {report: unknown}>): string {
  const {counts, repairs, failed: failures} = report
  const read = `${counts.sessions} payments, ${counts.refunds} refunds and ${counts.disputes} disputes read`
  const lines = [
    `${school}: ${read} in ${counts.calls} calls; ${counts.repaired} repaired; ${leftOf(report)}`,
    ...repairs.map(
      ({payment, kind, written}) => `  ${written ? 'done' : 'would be done'}: ${kind} ${payment}`,
    ),
    ...failures.map(({payment, error}) => `  failed: ${payment}, ${error.code}: ${error.message}`),
  ]
  return `${lines.join('\n')}\n`
}

function leftOf({counts: {left}}: SyncReport): string {
  const kinds = Object.entries(left).map(([verdict, count]) => `${count} ${verdict}`)
  return kinds.length === 0 ? 'nothing left' : `left: ${kinds.join(', ')}`
}
