import type {Entitlement} from '../contract/entitlement.ts'
import type {Entry} from '../contract/entry.ts'
import type {Facts} from '../contract/facts.ts'
import type {Payment} from '../contract/payment.ts'
import type {RepairRecord} from '../contract/repair.ts'
import {eachCase, onceEach} from './cases.ts'
import {changedFacts, type Changed, type ChangedFacts} from './changed-facts.ts'
import {compareText, looseEntry, paymentEntry, unreadableEntries} from './entries.ts'
import {indexNeighbours, type Neighbours} from './neighbours.ts'
import {isBlind} from './reconcile.ts'
import {indexRecords} from './records.ts'
import {settingOf, type ReconcileOptions} from './setting.ts'
import {upgradedBy, worldOf, type World} from './world.ts'

/** A school that was judged once and is judged again where something changed. */
export type JudgedSchool = {
  /** Every entry, each judged when its turn comes and kept: at first the newest first. */
  entries: () => Iterable<Entry>
  /** The entry of a key, be it judged yet or not. */
  entry: (key: string) => Entry | undefined
  /** What an entry names, as it was judged. */
  payment: (id: string) => Payment | undefined
  entitlement: (id: string) => Entitlement | undefined
  /**
   * Takes other facts of the same school, and judges the people whom the difference concerns. The entries of the others
   * stay the same objects.
   *
   * @returns false where it may concern everybody: then nothing was done, and the school has to be judged anew
   */
  revise: (facts: Facts, options: ReconcileOptions) => boolean
}

/** Of more changes than that judging everybody is quicker. */
const CHANGES_AT_ONCE = 500

/**
 * Judges a school so that one changed document costs the time of one student, not of all, and the first entries that of
 * as many. At any time the entries are those that `reconcile` gives for the facts as they have become.
 *
 * @example
 * const school = judgeSchool(facts, {now})
 * if (!school.revise(changed, {now})) school = judgeSchool(changed, {now})
 */
export function judgeSchool(facts: Facts, options: ReconcileOptions): JudgedSchool {
  let held = facts
  let judging: Judging | null = null
  const judged = (): Judging => (judging ??= beginJudging(held, options))
  return {
    entries: () => judged().entries(),
    entry: (key) => judged().entry(key),
    payment: (id) => judged().payment(id),
    entitlement: (id) => judged().entitlement(id),
    revise(next, again) {
      const isOther = (['live', 'application', 'transitMinutes'] as const).some(
        (name) => options[name] !== again[name],
      )
      if (isOther || isBlind(held) || isBlind(next)) return false
      const changes = changedFacts(held, next)
      if (changes === null || sizeOf(changes) > CHANGES_AT_ONCE) return false
      judged().revise(next, changes, again.now)
      held = next
      return true
    },
  }
}

function sizeOf({payments, entitlements, records}: ChangedFacts): number {
  return payments.length + entitlements.length + records.length
}

type Judging = Pick<JudgedSchool, 'entries' | 'entry' | 'payment' | 'entitlement'> & {
  revise: (facts: Facts, changes: ChangedFacts, now: number) => void
}

/** What is still to be judged, and the moment that it is shown by. */
type Due = {key: string; at: number; judge: () => Entry | null}

function beginJudging(facts: Facts, options: ReconcileOptions): Judging {
  const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
  let world: World = {...worldOf(facts, settingOf(options)), entitlements}
  const payments = onceEach(isBlind(facts) ? [] : facts.payments)
  const records = new Map(facts.records.map((record) => [record.id, record]))
  const entries = new Map<string, Entry>()
  const due = isBlind(facts) ? [] : dueOf(world, payments).toReversed()
  let unreadable = isBlind(facts) ? [] : facts.unreadable
  let lastly: readonly Entry[] | null = null
  let near: Neighbours | null = null

  function* judgeRest(): Generator<Entry> {
    for (let next = due.pop(); next !== undefined; next = due.pop()) {
      const entry = next.judge()
      if (entry === null) continue
      entries.set(next.key, entry)
      yield entry
    }
  }
  const judgeAll = (): void => void [...judgeRest()]
  const damaged = (): readonly Entry[] =>
    (lastly ??= unreadableEntries(unreadable, new Set(entries.keys())).map(({entry}) => entry))

  return {
    *entries() {
      yield* entries.values()
      yield* judgeRest()
      yield* damaged()
    },
    entry(key) {
      if (!entries.has(key)) judgeAll()
      return entries.get(key) ?? damaged().find((entry) => entry.key === key)
    },
    payment: (id) => payments.get(id),
    entitlement: (id) => entitlements.get(id),
    revise(next, changes, now) {
      judgeAll()
      near ??= indexNeighbours(world, payments.values())
      const touched = touchedBy(changes, {payments, entitlements, records})
      // Before the change and after it, for a pass may leave one person and come to another.
      const people = near.concerned(touched)
      for (const {before} of changes.payments) if (before !== null) near.removePayment(before)
      for (const {before} of changes.entitlements) if (before !== null) near.remove(before)
      put(changes.payments, payments)
      put(changes.entitlements, entitlements)
      put(changes.records, records)
      for (const {after} of changes.payments) if (after !== null) near.addPayment(after)
      for (const {after} of changes.entitlements) if (after !== null) near.add(after)
      for (const person of near.concerned(touched)) people.add(person)
      world = {
        ...world,
        setting: {...world.setting, now},
        ...(changes.records.length > 0 && {records: indexRecords([...records.values()])}),
        ...(changes.payments.length > 0 && {upgraded: upgradedBy(payments.values())}),
      }
      const gone = [...changes.payments, ...changes.entitlements].map(({id}) => id)
      judgeAgain({world, near, people, gone, entries})
      unreadable = next.unreadable
      lastly = null
    },
  }
}

/** Everything that is to be judged, the newest first. */
function dueOf(world: World, payments: ReadonlyMap<string, Payment>): Due[] {
  const due: Due[] = []
  const entitlements = [...world.entitlements.values()]
  const loose = eachCase(world, {payments, entitlements}, ({id, paidAt}, makeCase) =>
    due.push({key: id, at: paidAt, judge: () => paymentEntry(makeCase()).entry}),
  )
  for (const one of loose)
    due.push({key: one.id, at: one.createdAt, judge: () => looseEntry(one, world)?.entry ?? null})
  return due.sort((a, b) => b.at - a.at || compareText(a.key, b.key))
}

type Held = {
  payments: ReadonlyMap<string, Payment>
  entitlements: ReadonlyMap<string, Entitlement>
  records: ReadonlyMap<string, RepairRecord>
}

/** What changed, and whatever a changed record is about: itself, or by what it takes back. */
function touchedBy(changes: ChangedFacts, held: Held) {
  const about = new Set<RepairRecord>()
  const follow = (record: RepairRecord | undefined | null): void => {
    if (record === undefined || record === null || about.has(record)) return
    about.add(record)
    if (record.undoes !== null) follow(held.records.get(record.undoes))
  }
  for (const {before, after} of changes.records) for (const record of [before, after]) follow(record)
  const named = [...about]
  return {
    payments: [
      ...changes.payments.flatMap(both),
      ...named.flatMap(({payment}) => held.payments.get(payment ?? '') ?? []),
    ],
    entitlements: [
      ...changes.entitlements.flatMap(both),
      ...named.flatMap((record) => record.entitlements.flatMap((id) => held.entitlements.get(id) ?? [])),
    ],
  }
}

function both<Item>({before, after}: {before: Item | null; after: Item | null}): Item[] {
  return [before, after].filter((item) => item !== null)
}

function put<Item>(changes: readonly Changed<Item>[], to: Map<string, Item>): void {
  for (const {id, after} of changes) {
    if (after === null) to.delete(id)
    else to.set(id, after)
  }
}

type Again = {
  world: World
  near: Neighbours
  people: ReadonlySet<string>
  /** What may have no entry any more. */
  gone: readonly string[]
  entries: Map<string, Entry>
}

function judgeAgain({world, near, people, gone, entries}: Again): void {
  const {own, context, held} = near.around(people)
  for (const key of gone) entries.delete(key)
  for (const {id} of held) if (near.isOf(id, people)) entries.delete(id)
  const payments = new Map([...own, ...context].map((payment) => [payment.id, payment]))
  const loose = eachCase(world, {payments, entitlements: held}, (payment, makeCase) => {
    if (own.has(payment)) entries.set(payment.id, paymentEntry(makeCase()).entry)
  })
  for (const one of loose) {
    const dated = near.isOf(one.id, people) ? looseEntry(one, world) : null
    if (dated !== null) entries.set(one.id, dated.entry)
  }
}
