import type {Entitlement} from '../contract/entitlement.ts'
import type {Facts} from '../contract/facts.ts'
import type {Payment} from '../contract/payment.ts'
import type {Choice} from '../contract/repair.ts'
import {attribute} from './attribute.ts'
import {judgedOf, type Case, type Held} from './case.ts'
import {matchIds} from './match-ids.ts'
import {matchNearby} from './match-nearby.ts'
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

const NO_CHOICES: ReadonlyMap<string, Choice> = new Map()

/**
 * Everything that bears on each payment, brought together in passes of falling strength. `choices` is what a person
 * decides for a payment, by payment id.
 */
export function casesOf(
  facts: Facts,
  setting: Setting,
  choices: ReadonlyMap<string, Choice> = NO_CHOICES,
): Cases {
  const payments = onceEach(facts.payments)
  return casesIn(worldOf(facts, setting), payments, facts.entitlements, choices)
}

/** The same for some payments and entitlements of a world, each of them once. */
export function casesIn(
  world: World,
  payments: readonly Payment[],
  entitlements: readonly Entitlement[],
  choices: ReadonlyMap<string, Choice> = NO_CHOICES,
): Cases {
  const {heldFor, claimed} = matchIds(payments, entitlements, world.setting)
  const cases = payments.map((payment): Case => {
    const choice = choices.get(payment.id) ?? null
    const attribution = attribute(payment, world.people, world.catalogue, choice)
    world.setting.tally.comparisons += 1
    const held = heldFor.get(payment.id) ?? []
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
  })
  const isContradicted = (one: Case): boolean => judgeConflict(one) !== null
  const taken = matchNearby(cases, entitlements, claimed, world, isContradicted)
  const loose = entitlements.filter((one) => !claimed.has(one) && !taken.has(one))
  return {world, cases, loose}
}

function byAge({entitlement: a}: Held, {entitlement: b}: Held): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** Pages overlap: of two readings of one session the one that knows of more refunds is the later. */
export function onceEach(payments: readonly Payment[]): Payment[] {
  const byId = new Map<string, Payment>()
  for (const payment of payments) {
    const known = byId.get(payment.id)
    if (known === undefined || isLater(payment, known)) byId.set(payment.id, payment)
  }
  return [...byId.values()]
}

function isLater(a: Payment, b: Payment): boolean {
  if (a.refunded !== b.refunded) return a.refunded > b.refunded
  return JSON.stringify(a) > JSON.stringify(b)
}
