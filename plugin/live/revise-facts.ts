import type {Entitlement} from '../core/contract/entitlement.ts'
import type {Facts, Ledger} from '../core/contract/facts.ts'
import type {Receipt} from '../core/contract/repair.ts'
import type {Student} from '../core/contract/student.ts'

/** What one document is in our words: a ledger with that one document in it. */
export type DocumentParts = Pick<
  Ledger,
  'passes' | 'students' | 'entitlements' | 'records' | 'remarks' | 'unreadable'
>

/** The revision that is held of a document; null when it is not held, or is of a kind without revisions. */
export function heldRevision(facts: Facts, id: string): string | null {
  const held = [facts.entitlements, facts.students, facts.passes, facts.remarks].flatMap((list) =>
    list.filter((item) => item.id === id),
  )
  return held[0]?.rev ?? null
}

/**
 * The facts with one document as it is now; the same object when it has nothing to do with this school. Lists that say
 * nothing of it stay the same: so it can be told whom a change concerns.
 */
export function withDocument(facts: Facts, id: string, parts: DocumentParts): Facts {
  const wasHeld = isHeld(facts, id)
  const entitlements = parts.entitlements.filter((item) => wasHeld || concerns(facts, item))
  const students = parts.students.filter((item) => wasHeld || isKnown(facts, item))
  const passes = parts.passes.filter((item) => wasHeld || item.school === facts.school.id)
  const records = parts.records.filter((item) => recordConcerns(facts, item))
  const {remarks} = parts
  const unreadable = wasHeld ? parts.unreadable : []
  const added = [entitlements, students, passes, records, remarks, unreadable].some((list) => list.length > 0)
  if (!wasHeld && !added) return facts
  const isIt = (item: {id: string | null}) => item.id === id
  return {
    ...facts,
    entitlements: put(facts.entitlements, isIt, entitlements),
    students: put(facts.students, isIt, students),
    passes: put(facts.passes, isIt, passes),
    records: put(facts.records, isIt, records),
    remarks: put(facts.remarks, isIt, remarks),
    unreadable: put(facts.unreadable, (item) => item.source === 'document' && isIt(item), unreadable),
  }
}

/** The facts without a document that is gone; the same object when it was not there. */
export function withoutDocument(facts: Facts, id: string): Facts {
  return withDocument(facts, id, NOTHING)
}

const NOTHING: DocumentParts = {
  passes: [],
  students: [],
  entitlements: [],
  records: [],
  remarks: [],
  unreadable: [],
}

/** A list with what one document is now in the place of what it was. */
function put<Item>(list: Item[], isIt: (item: Item) => boolean, now: readonly Item[]): Item[] {
  const place = list.findIndex(isIt)
  if (place >= 0) return list.toSpliced(place, 1, ...now)
  return now.length === 0 ? list : [...list, ...now]
}

/** The facts with what a repair did. What the listener brought already, or something newer, stays. */
export function withReceipt(facts: Facts, {record, entitlements}: Receipt): Facts {
  const newer = entitlements.filter((item) => {
    const held = facts.entitlements.find(({id}) => id === item.id)
    return !held || (held.rev !== item.rev && held.updatedAt <= item.updatedAt)
  })
  const known = facts.records.some(({id}) => id === record.id)
  if (newer.length === 0 && known) return facts
  return {
    ...facts,
    entitlements: newer.reduce(
      (list, item) => put(list, ({id}) => id === item.id, [item]),
      facts.entitlements,
    ),
    records: known ? facts.records : [...facts.records, record],
  }
}

/** An entitlement that names a payment which was not read: the payment has to be read before it is judged. */
export function namesUnreadPayment(facts: Facts, {session, paymentIntent}: Entitlement): boolean {
  const names = [session, paymentIntent].filter((name) => name !== null)
  if (names.length === 0 || names.some((name) => facts.denied.includes(name))) return false
  return !names.some((name) =>
    facts.payments.some(({id, paymentIntent: intent}) => name === id || name === intent),
  )
}

function isHeld(facts: Facts, id: string): boolean {
  return (
    [facts.entitlements, facts.students, facts.passes, facts.records, facts.remarks].some((list) =>
      list.some((item) => item.id === id),
    ) || facts.unreadable.some((item) => item.source === 'document' && item.id === id)
  )
}

/** Of this school, of one of its passes while naming no school, or carrying the id of one of its payments. */
function concerns(facts: Facts, {school, pass, session, paymentIntent}: Entitlement): boolean {
  if (school === facts.school.id) return true
  if (school === null && facts.passes.some(({id}) => id === pass)) return true
  return facts.payments.some(
    (payment) =>
      payment.id === session || (paymentIntent !== null && payment.paymentIntent === paymentIntent),
  )
}

function isKnown(facts: Facts, {id, clerkId, email, school}: Student): boolean {
  if (school === facts.school.id) return true
  const login = clerkId ?? id
  return (
    facts.payments.some(
      ({names, email: payer}) => names.clerkId === login || (email !== null && payer === email),
    ) ||
    facts.students.some(
      (other) => (other.clerkId ?? other.id) === login || (email !== null && other.email === email),
    )
  )
}

function recordConcerns(facts: Facts, {payment, entitlements}: Facts['records'][number]): boolean {
  return (
    facts.payments.some(({id}) => id === payment) ||
    facts.entitlements.some(({id}) => entitlements.includes(id))
  )
}
