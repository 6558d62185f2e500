import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Reconciliation} from '../../plugin/core/contract/reconciliation.ts'
import {csvText} from '../../plugin/core/words/csv-text.ts'
import {entryRows, type EntryRow} from './entry-rows.ts'

const COLUMNS: readonly (keyof EntryRow)[] = [
  'key',
  'verdict',
  'confidence',
  'date',
  'amount',
  'student',
  'pass',
  'why',
  'repair',
]

/** Every entry as CSV. */
export function printCsv(facts: Facts, {entries}: Reconciliation): string {
  return csvText([COLUMNS, ...entryRows(facts, entries).map((row) => COLUMNS.map((column) => row[column]))])
}
