import {TABS, type Row, type Tab} from '../../engine/rows.ts'
import type {Sort, View} from './view.ts'

/** The rows that a view shows: every word of the search has to be found. */
export function selectRows(
  rows: readonly Row[],
  {tab, verdict, confidence, note, text, sort}: View,
): readonly Row[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = rows.filter(
    (row) =>
      row.tab.includes(tab) &&
      (verdict === null || row.entry.verdict === verdict) &&
      (confidence === null || row.entry.confidence === confidence) &&
      (note === null || row.remark?.waiting === true || (note === 'noted' && row.remark !== null)) &&
      words.every((word) => row.haystack.includes(word)),
  )
  return inOrder(found, sort)
}

/** Rows come newest first, and stay so among equals. What has no time, amount or name comes last. */
function inOrder(rows: readonly Row[], sort: Sort): readonly Row[] {
  switch (sort) {
    case 'newest':
      return rows
    case 'oldest':
      return rows.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))
    case 'amount':
      return rows.toSorted((a, b) => (b.amount?.minor ?? -1) - (a.amount?.minor ?? -1))
    case 'student':
  }
  const names = new Intl.Collator()
  return rows.toSorted((a, b) => {
    if (a.studentName === null || b.studentName === null) {
      return Number(a.studentName === null) - Number(b.studentName === null)
    }
    return names.compare(a.studentName, b.studentName)
  })
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
