import type {Entitlement} from '../core/contract/entitlement.ts'
import type {Entry} from '../core/contract/entry.ts'
import type {Money} from '../core/contract/money.ts'
import {minorDigits} from '../core/contract/money.ts'
import type {Pass} from '../core/contract/pass.ts'
import type {Payment} from '../core/contract/payment.ts'
import type {Student} from '../core/contract/student.ts'
import type {FactsIndex} from './facts-index.ts'

/** What an entry is about, looked up once: for a row, its details and the filter alike. */
export type EntryParties = {
  entry: Entry
  payment: Payment | null
  held: Entitlement[]
  student: Student | null
  pass: Pass | null
  /** What was paid, else what the pass is said to have cost. */
  amount: Money | null
  /** When it was paid, else when the pass was made. */
  at: number | null
  /** The name to show for the student; null when nobody is known. */
  studentName: string | null
  email: string | null
  /** The name to show for the pass, trimmed; null when none is known. */
  passName: string | null
}

export function entryParties(entry: Entry, index: FactsIndex): EntryParties {
  const payment = entry.payment === null ? null : (index.payments.get(entry.payment) ?? null)
  const held = entry.entitlements.flatMap((id) => index.entitlements.get(id) ?? [])
  const first = held[0] ?? null
  const student = lookUp(index.students, entry.student ?? first?.student ?? null)
  const pass = lookUp(index.passes, entry.pass ?? first?.pass ?? null)
  const damaged = index.unreadable.get(entry.key)
  const record = damaged ? [damaged.type, damaged.id].filter((word) => word !== null).join(' ') : null
  const said = pass?.name ?? payment?.lines[0]?.description ?? first?.passName ?? record
  return {
    entry,
    payment,
    held,
    student,
    pass,
    amount: payment?.total ?? amountOf(first, index.school.currency),
    at: payment?.paidAt ?? first?.createdAt ?? null,
    studentName: student?.name?.trim() || payment?.payerName || student?.email || payment?.email || null,
    email: student?.email ?? payment?.email ?? null,
    passName: said?.trim() || null,
  }
}

function lookUp<Item>(items: ReadonlyMap<string, Item>, id: string | null): Item | null {
  return id === null ? null : (items.get(id) ?? null)
}

function amountOf(entitlement: Entitlement | null, currency: string | null): Money | null {
  if (entitlement?.price == null || currency === null) return null
  return {minor: Math.round(entitlement.price * 10 ** minorDigits(currency)), currency}
}
