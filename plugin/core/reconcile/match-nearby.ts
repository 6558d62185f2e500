import type {Entitlement} from '../contract/entitlement.ts'
import {DAY} from '../contract/instant.ts'
import type {Attribution} from './attribute.ts'
import {activeOf, isActive, isUpgradedAway, type Case} from './case.ts'
import {isSale} from './is-sale.ts'
import {lostMoney} from './lost-money.ts'
import {standingOf} from './references.ts'
import {personOf} from './people.ts'
import {holderOf, type World} from './world.ts'

/** How long after a payment somebody may still have granted it by hand. */
const NEAR = 14 * DAY

/** `doubtful` carry an id that Stripe may know, or are another school's: nobody's here, but a reason to look. */
type Group = {cases: Case[]; candidates: Entitlement[]; doubtful: Entitlement[]}

/** The weakest pass of matching: who may have been granted something by hand joins, then all are matched at once. */
export type Nearby = {
  /** Whether there is anything that could have been made by hand for whoever paid for this. */
  mayConcern: (of: Attribution) => boolean
  join: (one: Case) => void
  /** Fills `suggested`, `leftovers` and `similar` of those who joined; answers what they took. */
  match: () => ReadonlySet<Entitlement>
}

/**
 * Same student, same pass, made within 14 days after the payment, carrying no id that could be another payment's.
 * Each candidate goes to one payment at most, the latest before it that still lacks one; what is left may be a
 * second grant beside one that carries the id.
 */
export function openNearby(
  entitlements: readonly Entitlement[],
  claimed: ReadonlySet<Entitlement>,
  world: World,
): Nearby {
  const groups = groupsOf(entitlements, claimed, world)
  const groupOf = ({payer, paid}: Attribution): Group | undefined =>
    payer.student === null || paid.id === null ? undefined : groups.get(personOf(payer.student))?.get(paid.id)
  return {
    mayConcern: (attribution) => groupOf(attribution) !== undefined,
    join: (one) => groupOf(one.attribution)?.cases.push(one),
    match: () => {
      const taken = new Set<Entitlement>()
      for (const ofPerson of groups.values()) {
        for (const group of ofPerson.values()) matchGroup(group, taken, world)
      }
      return taken
    },
  }
}

function matchGroup(group: Group, taken: Set<Entitlement>, world: World): void {
  group.cases.sort((a, b) => a.payment.paidAt - b.payment.paidAt || (a.payment.id < b.payment.id ? -1 : 1))
  group.candidates.sort(byAge)
  group.doubtful.sort(byAge)
  suggest(group, taken, world)
  // A leftover is a guess: it stays a reason to look before anything else of the kind is granted.
  markSimilar(group, taken)
  collectLeftovers(group, taken, world)
}

function byAge(a: Entitlement, b: Entitlement): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** By person and pass. Most entitlements carry their payment's id, so there are few of these. */
function groupsOf(
  entitlements: readonly Entitlement[],
  claimed: ReadonlySet<Entitlement>,
  world: World,
): Map<string, Map<string, Group>> {
  const groups = new Map<string, Map<string, Group>>()
  for (const one of entitlements) {
    world.setting.tally.comparisons += 1
    if (claimed.has(one) || one.pass === null || one.complimentary) continue
    const holder = holderOf(world, one.student)
    if (holder === null) continue
    let ofPerson = groups.get(holder)
    if (ofPerson === undefined) groups.set(holder, (ofPerson = new Map()))
    let group = ofPerson.get(one.pass)
    if (group === undefined) ofPerson.set(one.pass, (group = {cases: [], candidates: [], doubtful: []}))
    ;(isDoubtful(one, world) ? group.doubtful : group.candidates).push(one)
  }
  return groups
}

/** What another school has filed is not written to without an id of this payment on it. */
function isDoubtful(one: Entitlement, {school, denied}: World): boolean {
  const isElsewhere = one.school !== null && one.school !== school.id
  return isElsewhere || standingOf(one, denied) === 'unconfirmed'
}

/** Whether anybody could have had reason to grant this payment by hand. */
export function mayHaveBeenGranted({payment, ownership, world}: Case): boolean {
  return ownership === 'ours' && payment.live === world.setting.live && payment.paid && isSale(payment)
}

/** Ended by an upgrade is not ended by hand: it was good for what came after. */
function stands(one: Entitlement): boolean {
  return one.active || isUpgradedAway(one)
}

function lacksOne(one: Case): boolean {
  return (
    lostMoney(one.payment) === null &&
    !one.held.some(({entitlement}) => isUpgradedAway(entitlement) || entitlement.active)
  )
}

/** Walks through time once: payments wait on a pile, each candidate takes the one on top. */
function suggest({cases, candidates}: Group, taken: Set<Entitlement>, world: World): void {
  const waiting: Case[] = []
  const lacking = cases.filter(lacksOne)
  let next = 0
  for (const candidate of candidates) {
    for (
      let one = lacking[next];
      one !== undefined && one.payment.paidAt <= candidate.createdAt;
      one = lacking[next]
    ) {
      waiting.push(one)
      next += 1
    }
    world.setting.tally.comparisons += 1
    const latest = waiting.at(-1)
    if (!stands(candidate) || latest === undefined || candidate.createdAt - latest.payment.paidAt > NEAR)
      continue
    waiting.pop()
    latest.suggested = candidate
    taken.add(candidate)
  }
}

/** What nobody took belongs, if to anything, to the latest payment before it. */
function collectLeftovers({cases, candidates}: Group, taken: Set<Entitlement>, world: World): void {
  let latest: Case | null = null
  let next = 0
  for (const candidate of candidates) {
    for (
      let one = cases[next];
      one !== undefined && one.payment.paidAt <= candidate.createdAt;
      one = cases[next]
    ) {
      latest = one
      next += 1
    }
    world.setting.tally.comparisons += 1
    if (latest === null || !candidate.active || taken.has(candidate)) continue
    if (candidate.createdAt - latest.payment.paidAt > NEAR) continue
    if (latest.suggested !== null) {
      latest.rivals = true
      continue
    }
    if (activeOf(latest).length === 0 || !isActive(candidate, world.setting.now)) continue
    // What somebody paid to upgrade is nobody's second grant.
    if (world.upgraded.has(candidate.id)) continue
    latest.leftovers.push(candidate)
    taken.add(candidate)
  }
}

/** One that was made later, or was not over when this was paid, may be this payment's, even if it was ended since. */
function markSimilar({cases, candidates, doubtful}: Group, taken: ReadonlySet<Entitlement>): void {
  let lastMade = Number.NEGATIVE_INFINITY
  let lastEnd = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (taken.has(candidate)) continue
    lastMade = Math.max(lastMade, candidate.createdAt)
    lastEnd = Math.max(lastEnd, candidate.ends?.at ?? Number.POSITIVE_INFINITY)
  }
  let next = 0
  for (const one of cases) {
    const {paidAt} = one.payment
    while ((doubtful[next]?.createdAt ?? paidAt) < paidAt) next += 1
    // Its id may be made up, or its school a slip: this payment may have been granted with it.
    const near = doubtful[next]
    one.similar =
      Math.max(lastMade, lastEnd) >= paidAt || (near !== undefined && near.createdAt - paidAt <= NEAR)
  }
}
