import type {Entitlement} from '../contract/entitlement.ts'
import type {Entry} from '../contract/entry.ts'
import type {Facts} from '../contract/facts.ts'
import type {Payment} from '../contract/payment.ts'
import {attribute} from './attribute.ts'
import {eachCase, onceEach} from './cases.ts'
import {looseEntry, paymentEntry} from './entries.ts'
import {personOf} from './people.ts'
import {referencesOf} from './references.ts'
import {settingOf, type ReconcileOptions} from './setting.ts'
import {holderOf, worldOf, type World} from './world.ts'

/** A school that was judged once and is judged again where something changed. */
export type Judged = {
  /** Every entry but the unreadable ones, by key. */
  entries: ReadonlyMap<string, Entry>
  /**
   * Puts an entitlement in the place of the one with its id, adds it, or with null takes it away, and judges the
   * people whom that concerns. Answers the keys whose entries are new, other or gone.
   */
  replace: (id: string, next: Entitlement | null) => string[]
}

/**
 * Judges a school so that one changed entitlement costs the time of one student, not of all. Afterwards the entries
 * are those that `reconcile` gives for the facts as they have become.
 *
 * @example
 * const school = judgeSchool(facts, {now})
 * for (const key of school.replace('sub1', changed)) show(school.entries.get(key))
 */
export function judgeSchool(facts: Facts, options: ReconcileOptions): Judged {
  const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
  const world: World = {...worldOf(facts, settingOf(options)), entitlements}
  const payments = onceEach(facts.payments)
  const near = indexNeighbours(world, payments.values(), entitlements.values())
  const entries = new Map<string, Entry>()
  const loose = eachCase(world, {payments, entitlements: [...entitlements.values()]}, (one) =>
    entries.set(one.payment.id, paymentEntry(one).entry),
  )
  for (const one of loose) {
    const dated = looseEntry(one, world)
    if (dated !== null) entries.set(one.id, dated.entry)
  }
  const replace = (id: string, next: Entitlement | null): string[] => {
    const before = entitlements.get(id)
    const touched = [before, next].filter((one) => one !== undefined && one !== null)
    const people = near.concerned(touched)
    if (before !== undefined) near.remove(before)
    if (next === null) entitlements.delete(id)
    else {
      entitlements.set(id, next)
      near.add(next)
    }
    return judgeAgain(world, near, people, touched, entries)
  }
  return {entries, replace}
}

type Neighbours = ReturnType<typeof indexNeighbours>

function judgeAgain(
  world: World,
  near: Neighbours,
  people: ReadonlySet<string>,
  touched: readonly Entitlement[],
  entries: Map<string, Entry>,
): string[] {
  const {own, context, held} = near.around(people)
  const changed = new Set(touched.map(({id}) => id))
  for (const {id} of held) if (near.isOf(id, people)) changed.add(id)
  for (const key of changed) entries.delete(key)
  const payments = new Map([...own, ...context].map((payment) => [payment.id, payment]))
  const loose = eachCase(world, {payments, entitlements: held}, (one) => {
    if (!own.has(one.payment)) return
    changed.add(one.payment.id)
    entries.set(one.payment.id, paymentEntry(one).entry)
  })
  for (const one of loose) {
    const dated = near.isOf(one.id, people) ? looseEntry(one, world) : null
    if (dated !== null) entries.set(one.id, dated.entry)
  }
  return [...changed]
}

/** Who and what is tied to whom, so that a change is judged with everything that bears on it and nothing else. */
function indexNeighbours(world: World, payments: Iterable<Payment>, entitlements: Iterable<Entitlement>) {
  const answering = new Map<string, Set<Payment>>()
  const upgrading = new Map<string, Set<Payment>>()
  const payerOf = new Map<Payment, string>()
  const paidBy = new Map<string, Set<Payment>>()
  const heldBy = new Map<string, Set<Entitlement>>()
  const carrying = new Map<string, Set<Entitlement>>()
  for (const payment of payments) {
    for (const id of idsOf(payment)) put(answering, id, payment)
    const {student, clerkId} = attribute(payment, world.people, world.catalogue, null).payer
    const payer = student === null ? (clerkId ?? `payment ${payment.id}`) : personOf(student)
    payerOf.set(payment, payer)
    put(paidBy, payer, payment)
    const from = payment.names.upgradeFrom
    if (from !== null) put(upgrading, from, payment)
  }
  const holder = (one: Entitlement): string => holderOf(world, one.student) ?? `entitlement ${one.id}`
  const add = (one: Entitlement): void => {
    put(heldBy, holder(one), one)
    for (const id of claimsOf(one)) put(carrying, id, one)
  }
  const remove = (one: Entitlement): void => {
    heldBy.get(holder(one))?.delete(one)
    for (const id of claimsOf(one)) carrying.get(id)?.delete(one)
  }
  for (const one of entitlements) add(one)

  const concerned = (touched: readonly Entitlement[]): Set<string> => {
    const people = new Set<string>()
    for (const one of touched) {
      people.add(holder(one))
      const naming = claimsOf(one).map((id) => answering.get(id))
      for (const those of [...naming, upgrading.get(one.id)])
        for (const payment of those ?? []) people.add(payerOf.get(payment) ?? '')
    }
    return people
  }
  const around = (people: ReadonlySet<string>) => {
    const own = new Set<Payment>()
    const held = new Set<Entitlement>()
    for (const person of people) {
      for (const payment of paidBy.get(person) ?? []) own.add(payment)
      for (const one of heldBy.get(person) ?? []) held.add(one)
    }
    for (const payment of own)
      for (const id of idsOf(payment)) for (const one of carrying.get(id) ?? []) held.add(one)
    // What they hold may be somebody else's payment's: that one is needed to know, but is not judged again.
    const context = new Set<Payment>()
    for (const one of held) {
      for (const id of claimsOf(one)) {
        for (const payment of answering.get(id) ?? []) if (!own.has(payment)) context.add(payment)
      }
    }
    return {own, context, held: [...held]}
  }
  const isOf = (id: string, people: ReadonlySet<string>): boolean => {
    const one = world.entitlements.get(id)
    return one !== undefined && people.has(holder(one))
  }
  return {add, remove, concerned, around, isOf}
}

function idsOf({id, paymentIntent, charge, chargePaymentIntent}: Payment): string[] {
  return [id, paymentIntent, charge, chargePaymentIntent].filter((one) => one !== null)
}

function claimsOf(one: Entitlement): string[] {
  return [...referencesOf(one), ...one.upgradeHistory.flatMap(({session}) => session ?? [])]
}

function put<Value>(to: Map<string, Set<Value>>, key: string, value: Value): void {
  const known = to.get(key)
  if (known === undefined) to.set(key, new Set([value]))
  else known.add(value)
}
