import type {Entry} from '../core/contract/entry.ts'
import type {Money} from '../core/contract/money.ts'
import {isMismatch} from '../core/contract/verdict.ts'
import {entryParties, type EntryParties} from './entry-parties.ts'
import type {FactsIndex} from './facts-index.ts'
import {remarksOf, type SaidRemark} from './remarks-of.ts'

export const TABS = ['review', 'fixed', 'dismissed', 'all'] as const
export type Tab = (typeof TABS)[number]

/** An entry as a list shows it, with the text that a search looks into. What lies behind it is looked up by id. */
export type Row = {
  entry: Entry
  /** There is a payment, whatever it amounts to. */
  isPaid: boolean
  /** What was paid, else what the pass is said to have cost. */
  amount: Money | null
  /** When it was paid, else when the pass was made. */
  at: number | null
  /** When its checkout was opened; null where there is no payment. */
  createdAt: number | null
  studentName: string | null
  email: string | null
  passName: string | null
  tab: readonly Tab[]
  /** What a colleague said of it last, and whether the school waits for the student. */
  remark: {waiting: boolean; text: string | null; by: string; at: number} | null
  haystack: string
}

export function rowOf(entry: Entry, index: FactsIndex): Row {
  const parties = entryParties(entry, index)
  const {payment, amount, at, studentName, email, passName} = parties
  const said = remarksOf(entry, index)
  return {
    entry,
    isPaid: payment !== null,
    amount,
    at,
    createdAt: payment?.createdAt ?? null,
    studentName,
    email,
    passName,
    tab: tabsOf(entry, index),
    remark: remarkOf(said),
    haystack: haystackOf(parties, said),
  }
}

/** Sorts the newest first; a damaged record, which has no time, comes last as in the engine. */
export function newestFirst(a: Row, b: Row): number {
  return (b.at ?? -Infinity) - (a.at ?? -Infinity) || (a.entry.key < b.entry.key ? -1 : 1)
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

/** Who says only that the waiting began or ended takes nothing away from what was said before. */
function remarkOf(said: readonly SaidRemark[]): Row['remark'] {
  const last = said.at(-1)
  if (last === undefined) return null
  const {text, by, at} = said.findLast((one) => one.text !== null) ?? last
  return text === null && !last.waiting ? null : {waiting: last.waiting, text, by: by.name, at}
}

function haystackOf(
  {entry, payment, held, student, email, studentName, passName}: EntryParties,
  said: readonly SaidRemark[],
): string {
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
    ...said.map(({text}) => text),
    ...held.flatMap(({id, passName: name, session, paymentIntent}) => [id, name, session, paymentIntent]),
  ]
    .filter((word) => word != null)
    .join('\n')
    .toLowerCase()
}
