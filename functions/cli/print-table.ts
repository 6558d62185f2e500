import type {Facts} from '../../plugin/core/contract/facts.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import type {Reconciliation} from '../../plugin/core/contract/reconciliation.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
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
  const title = `${oneLine(facts.school.name)} (${facts.school.id}) as of ${toIso(asOf)}`
  return `${[title, '', ...table(rows), ...(rows.length === 0 ? [] : ['']), summary(totals)].join('\n')}\n`
}

function table(rows: readonly EntryRow[]): string[] {
  if (rows.length === 0) return []
  const all = [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => oneLine(row[column])))]
  const widths = COLUMNS.map((_, at) =>
    all.reduce((widest, cells) => Math.max(widest, width(cells[at] ?? '')), 0),
  )
  return all.map((cells) =>
    cells
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

const letters = new Intl.Segmenter(undefined, {granularity: 'grapheme'})

/** Letters as people see them: an emoji is one. */
function width(text: string): number {
  return Array.from(letters.segment(text)).length
}

function padded(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)))
}

function summary({payments, entitlements, mismatches, verdicts, ignored}: Reconciliation['totals']): string {
  const counts = Object.entries(verdicts).map(
    ([verdict, count]) => `${count} ${verdict.replaceAll('_', ' ')}`,
  )
  const read = `${payments} payments, ${entitlements} passes held: ${mismatches} mismatches`
  return `${read}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}${ignored === 0 ? '' : `; ${ignored} documents ignored`}`
}

/** Text that students typed must not draw on somebody's terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ')
}
