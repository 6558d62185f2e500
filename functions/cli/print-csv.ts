import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Reconciliation} from '../../plugin/core/contract/reconciliation.ts'
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

/** Every entry as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets a leading apostrophe. */
export function printCsv(facts: Facts, {entries}: Reconciliation): string {
  const rows = entryRows(facts, entries).map((row) => COLUMNS.map((column) => cell(row[column])))
  return [COLUMNS, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
