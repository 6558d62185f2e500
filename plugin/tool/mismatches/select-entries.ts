import type {Entry} from '../../core/contract/entry.ts'
import type {Facts} from '../../core/contract/facts.ts'
import {isMismatch} from '../../core/contract/verdict.ts'
import {entryParties, type EntryParties} from '../parts/entry-parties.ts'
import type {FactsIndex} from '../parts/facts-index.ts'
import {TABS, type Tab, type View} from './view.ts'

/** An entry with what it is about, and the text that a search looks into. */
export type Row = EntryParties & {tab: readonly Tab[]; haystack: string}

/** Every entry as a row, the newest first; a damaged record, which has no time, comes last as in the engine. */
export function rowsOf(entries: readonly Entry[], index: FactsIndex): Row[] {
  return entries
    .map((entry) => {
      const parties = entryParties(entry, index)
      return {...parties, tab: tabsOf(entry, index), haystack: haystackOf(parties)}
    })
    .toSorted((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || (a.entry.key < b.entry.key ? -1 : 1))
}

function tabsOf(entry: Entry, index: FactsIndex): readonly Tab[] {
  const isOpen = isMismatch(entry.verdict)
  if (entry.dismissed !== null) return ['dismissed', 'all']
  if (isOpen) return ['review', 'all']
  return wasRepaired(entry, index) ? ['fixed', 'all'] : ['all']
}

function wasRepaired({payment, entitlements}: Entry, index: FactsIndex): boolean {
  const ids = payment === null ? entitlements : [payment, ...entitlements]
  const records = ids.flatMap((id) => index.records.get(id) ?? [])
  const undone = new Set(records.map(({undoes}) => undoes))
  return records.some(({id, kind}) => kind !== 'dismiss' && !undone.has(id))
}

function haystackOf({entry, payment, held, student, email, studentName, passName}: EntryParties): string {
  return [
    entry.key,
    payment?.paymentIntent,
    payment?.email,
    payment?.payerName,
    payment?.names.promoCode,
    student?.id,
    student?.clerkId,
    email,
    studentName,
    passName,
    ...held.flatMap(({id, passName: name, session, paymentIntent}) => [id, name, session, paymentIntent]),
  ]
    .filter((word) => word != null)
    .join('\n')
    .toLowerCase()
}

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
export function countSales(entries: readonly Entry[]): number {
  return entries.filter(({payment, verdict}) => payment !== null && verdict !== 'excluded').length
}

/** From when on payments were read; null when everything was. */
export function readSince({read}: Facts): number | null {
  if (read === null || read.length === 0) return null
  return Math.min(...read.map(({from}) => from))
}
