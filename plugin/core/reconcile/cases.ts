import type {Entitlement} from '../contract/entitlement.ts'
import type {Facts} from '../contract/facts.ts'
import type {Payment} from '../contract/payment.ts'
import type {Choice} from '../contract/repair.ts'
import {attribute} from './attribute.ts'
import {judgedOf, type Case, type Held} from './case.ts'
import {matchIds} from './match-ids.ts'
import {mayHaveBeenGranted, openNearby} from './match-nearby.ts'
import {ownershipOf} from './ownership.ts'
import {judgeConflict} from './rules/judge-conflict.ts'
import type {Setting} from './setting.ts'
import {worldOf, type World} from './world.ts'

export type Cases = {
  world: World
  cases: Case[]
  /** Entitlements that no payment explains. */
  loose: Entitlement[]
}

/** Payments by id, each of them once. */
export type PaymentsById = ReadonlyMap<string, Payment>

type CasesOptions = {
  payments: PaymentsById
  entitlements: readonly Entitlement[]
  /** What a person decided for a payment, by payment id. */
  choices?: ReadonlyMap<string, Choice>
}

const NO_CHOICES: ReadonlyMap<string, Choice> = new Map()

/** Everything that bears on each payment, brought together and kept. */
export function casesOf(facts: Facts, setting: Setting, choices = NO_CHOICES): Cases {
  const world = worldOf(facts, setting)
  const cases: Case[] = []
  const {entitlements} = facts
  const loose = eachCase(world, {payments: onceEach(facts.payments), entitlements, choices}, (_, makeCase) =>
    cases.push(makeCase()),
  )
  return {world, cases, loose}
}

/** Shown a payment, and what makes its case. */
type Visit = (payment: Payment, makeCase: () => Case) => void

/**
 * Brings together everything that bears on each payment, in passes of falling strength, and shows each payment once, in
 * no particular order. Answers the entitlements that no payment explains. Most cases can be made at any time and need
 * not be kept; only those that a pass made by hand may belong to wait for each other.
 */
export function eachCase(
  world: World,
  {payments, entitlements, choices = NO_CHOICES}: CasesOptions,
  visit: Visit,
): Entitlement[] {
  const {heldFor, claimed} = matchIds(payments, entitlements, world.setting)
  const nearby = openNearby(entitlements, claimed, world)
  const waiting: Case[] = []
  for (const payment of payments.values()) {
    const choice = choices.get(payment.id) ?? null
    const attribution = attribute(payment, world.people, world.catalogue, choice)
    const make = () => caseOf(world, {payment, attribution, choice, held: heldFor.get(payment) ?? []})
    const near = nearby.mayConcern(attribution) ? make() : null
    if (near !== null && mayHaveBeenGranted(near) && judgeConflict(near) === null) {
      nearby.join(near)
      waiting.push(near)
    } else visit(payment, make)
  }
  const taken = nearby.match()
  for (const one of waiting) visit(one.payment, () => one)
  return entitlements.filter((one) => !claimed.has(one) && !taken.has(one))
}

type Matched = Pick<Case, 'payment' | 'attribution' | 'choice' | 'held'>

function caseOf(world: World, {payment, attribution, choice, held}: Matched): Case {
  world.setting.tally.comparisons += 1
  if (held.length > 1) held.sort(byAge)
  return {
    world,
    payment,
    attribution,
    ownership: ownershipOf(payment, attribution.paid.pass, world.owners),
    choice,
    held,
    suggested: null,
    rivals: false,
    leftovers: [],
    similar: false,
    records: world.records.ofPayment(payment.id),
    judged: judgedOf(held, world.setting.now),
  }
}

function byAge({entitlement: a}: Held, {entitlement: b}: Held): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** Pages overlap: of two readings of one session the one that knows of more refunds is the later. */
export function onceEach(payments: readonly Payment[]): Map<string, Payment> {
  const byId = new Map<string, Payment>()
  for (const payment of payments) {
    const known = byId.get(payment.id)
    if (known === undefined || isLater(payment, known)) byId.set(payment.id, payment)
  }
  return byId
}

function isLater(a: Payment, b: Payment): boolean {
  if (a.refunded !== b.refunded) return a.refunded > b.refunded
  return JSON.stringify(a) > JSON.stringify(b)
}
