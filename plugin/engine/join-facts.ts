import type {Entitlement} from '../core/contract/entitlement.ts'
import type {Facts} from '../core/contract/facts.ts'
import type {Payment} from '../core/contract/payment.ts'
import {personOf} from '../core/reconcile/people.ts'
import {identitiesOf, isHeldBy} from './identities.ts'

/**
 * What is known of one person, with whatever a scan of the school found of them besides: Stripe is asked by id and
 * by email, and a payment may carry neither, but the person's Clerk id. Null when nobody knows them.
 *
 * @param known what the function answered for the student; null when it knows none
 * @param scan the school's facts of a period; null while they are not there
 */
export function joinFacts(studentId: string, known: Facts | null, scan: Facts | null): Facts | null {
  if (scan === null) return known
  const students = union(known?.students ?? [], scan.students)
  if (identitiesOf(studentId, students).length === 0) return known
  const base = known ?? {...scan, payments: [], entitlements: [], unreadable: []}
  const isMine = createIsMine(studentId, students, [...base.entitlements, ...scan.entitlements])
  const payments = union(base.payments, scan.payments.filter(isMine.payment))
  const carried = scan.entitlements.filter(
    (entitlement) => isMine.entitlement(entitlement) || payments.some((one) => carries(entitlement, one)),
  )
  return {
    ...base,
    students,
    payments,
    entitlements: union(base.entitlements, carried),
    passes: union(base.passes, scan.passes),
    records: union(base.records, scan.records),
    remarks: union(base.remarks, scan.remarks),
    drafts: union(base.drafts, scan.drafts),
    bookings: known === null ? scan.bookings : base.bookings,
    denied: [...new Set([...base.denied, ...scan.denied])],
    blind: base.blind ?? scan.blind,
    read: scan.read,
  }
}

function createIsMine(studentId: string, students: Facts['students'], entitlements: Entitlement[]) {
  const identities = identitiesOf(studentId, students)
  const logins = new Set(identities.map(({student}) => personOf(student)))
  const emails = new Set(identities.flatMap(({student}) => student.email ?? []))
  const held = entitlements.filter(({student}) => isHeldBy(identities, student))
  return {
    entitlement: ({student}: Entitlement) => isHeldBy(identities, student),
    payment: (payment: Payment) =>
      [payment.names, ...payment.lines.flatMap(({product}) => product ?? [])].some(
        ({clerkId}) => clerkId !== null && logins.has(clerkId),
      ) ||
      (payment.email !== null && emails.has(payment.email)) ||
      held.some((entitlement) => carries(entitlement, payment)),
  }
}

function carries({session, paymentIntent}: Entitlement, payment: Payment): boolean {
  const ids = [payment.id, payment.paymentIntent, payment.charge].filter((id) => id !== null)
  return ids.some((id) => id === session || id === paymentIntent)
}

/** What stands in both is taken from the first: it was read for this person. */
function union<Item extends {id: string}>(first: readonly Item[], second: readonly Item[]): Item[] {
  const known = new Set(first.map(({id}) => id))
  return [...first, ...second.filter(({id}) => !known.has(id))]
}
