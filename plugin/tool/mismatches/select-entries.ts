import {TABS, type Row, type Tab} from '../../engine/rows.ts'
import type {View} from './view.ts'

/** The rows that a view shows: every word of the search has to be found. */
export function selectRows(rows: readonly Row[], {tab, verdict, confidence, text}: View): Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      row.tab.includes(tab) &&
      (verdict === null || row.entry.verdict === verdict) &&
      (confidence === null || row.entry.confidence === confidence) &&
      words.every((word) => row.haystack.includes(word)),
  )
}

/** How many rows each tab has. */
export function countTabs(rows: readonly Row[]): Record<Tab, number> {
  const counts = {review: 0, fixed: 0, dismissed: 0, all: 0}
  for (const tab of TABS) counts[tab] = rows.filter((row) => row.tab.includes(tab)).length
  return counts
}

/** Payments of pass sales: what "412 payments, all have their pass" counts. */
export function countSales(rows: readonly Row[]): number {
  return rows.filter(({isPaid, entry}) => isPaid && entry.verdict !== 'excluded').length
}
