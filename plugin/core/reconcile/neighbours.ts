import type {Entitlement} from '../contract/entitlement.ts'
import type {Payment} from '../contract/payment.ts'
import {attribute} from './attribute.ts'
import {personOf} from './people.ts'
import {referencesOf} from './references.ts'
import {holderOf, type World} from './world.ts'

/** Who and what is tied to whom, so that a change is judged with everything that bears on it and nothing else. */
export type Neighbours = {
  add: (one: Entitlement) => void
  remove: (one: Entitlement) => void
  addPayment: (payment: Payment) => void
  removePayment: (payment: Payment) => void
  /** Whose verdicts may hang on one of these. */
  concerned: (touched: {entitlements: Iterable<Entitlement>; payments: Iterable<Payment>}) => Set<string>
  /** What these people paid and hold, and the payments of others that what they hold may belong to. */
  around: (people: ReadonlySet<string>) => {
    own: Set<Payment>
    context: Set<Payment>
    held: Entitlement[]
  }
  /** Whether an entitlement is held by one of these people. */
  isOf: (id: string, people: ReadonlySet<string>) => boolean
}

export function indexNeighbours(world: World, payments: Iterable<Payment>): Neighbours {
  const answering = new Map<string, Set<Payment>>()
  const upgrading = new Map<string, Set<Payment>>()
  const payerOf = new Map<Payment, string>()
  const paidBy = new Map<string, Set<Payment>>()
  const heldBy = new Map<string, Set<Entitlement>>()
  const carrying = new Map<string, Set<Entitlement>>()
  const holder = (one: Entitlement): string => holderOf(world, one.student) ?? `entitlement ${one.id}`

  const addPayment = (payment: Payment): void => {
    const payer = payerIn(world, payment)
    payerOf.set(payment, payer)
    put(paidBy, payer, payment)
    for (const id of idsOf(payment)) put(answering, id, payment)
    const from = payment.names.upgradeFrom
    if (from !== null) put(upgrading, from, payment)
  }
  const removePayment = (payment: Payment): void => {
    paidBy.get(payerOf.get(payment) ?? '')?.delete(payment)
    payerOf.delete(payment)
    for (const id of idsOf(payment)) answering.get(id)?.delete(payment)
    upgrading.get(payment.names.upgradeFrom ?? '')?.delete(payment)
  }
  const add = (one: Entitlement): void => {
    put(heldBy, holder(one), one)
    for (const id of claimsOf(one)) put(carrying, id, one)
  }
  const remove = (one: Entitlement): void => {
    heldBy.get(holder(one))?.delete(one)
    for (const id of claimsOf(one)) carrying.get(id)?.delete(one)
  }
  const concerned: Neighbours['concerned'] = (touched) => {
    const people = new Set<string>()
    const entitlements = new Set(touched.entitlements)
    for (const payment of touched.payments) {
      people.add(payerIn(world, payment))
      for (const id of idsOf(payment)) for (const one of carrying.get(id) ?? []) entitlements.add(one)
      const from = world.entitlements.get(payment.names.upgradeFrom ?? '')
      if (from !== undefined) entitlements.add(from)
    }
    for (const one of entitlements) {
      people.add(holder(one))
      const naming = claimsOf(one).map((id) => answering.get(id))
      for (const those of [...naming, upgrading.get(one.id)])
        for (const payment of those ?? []) people.add(payerOf.get(payment) ?? '')
    }
    return people
  }
  const around: Neighbours['around'] = (people) => {
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

  for (const payment of payments) addPayment(payment)
  for (const one of world.entitlements.values()) add(one)
  return {add, remove, addPayment, removePayment, concerned, around, isOf}
}

/** The person who paid; where nobody is known, nobody else's. */
function payerIn({people, catalogue}: World, payment: Payment): string {
  const {student, clerkId} = attribute(payment, people, catalogue, null).payer
  return student === null ? (clerkId ?? `payment ${payment.id}`) : personOf(student)
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
