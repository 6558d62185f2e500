import type {Facts} from '../../plugin/core/contract/facts.ts'
import {harmlessText} from '../../plugin/core/contract/harmless-text.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import type {Reconciliation} from '../../plugin/core/contract/reconciliation.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {columns} from './columns.ts'
import {entryRows, type EntryRow} from './entry-rows.ts'

const COLUMNS: readonly (keyof EntryRow)[] = [
  'verdict',
  'confidence',
  'date',
  'amount',
  'student',
  'pass',
  'why',
  'repair',
  'key',
]

/** A table for people: the mismatches, one a line, and the sum of all the rest. */
export function printTable(facts: Facts, {asOf, fault, entries, totals}: Reconciliation): string {
  if (fault !== null) return ''
  const rows = entryRows(
    facts,
    entries.filter(({verdict}) => isMismatch(verdict)),
  )
  const title = `${harmlessText(facts.school.name)} (${facts.school.id}) as of ${toIso(asOf)}`
  return `${[title, '', ...table(rows), ...(rows.length === 0 ? [] : ['']), summary(totals)].join('\n')}\n`
}

function table(rows: readonly EntryRow[]): string[] {
  if (rows.length === 0) return []
  return columns([[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => harmlessText(row[column])))])
}

function summary({payments, entitlements, mismatches, verdicts, ignored}: Reconciliation['totals']): string {
  const counts = Object.entries(verdicts).map(
    ([verdict, count]) => `${count} ${verdict.replaceAll('_', ' ')}`,
  )
  const read = `${payments} payments, ${entitlements} passes held: ${mismatches} mismatches`
  return `${read}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}${ignored === 0 ? '' : `; ${ignored} documents ignored`}`
}
