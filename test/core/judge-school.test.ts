import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import type {RepairRecord} from '../../plugin/core/contract/repair.ts'
import {judgeSchool, type JudgedSchool} from '../../plugin/core/reconcile/judge-school.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {aPass, aPayment, aRecord, aStudent, anEntitlement, byHand, NOW, someFacts} from './build-facts.ts'
import {forEverySchoolAnd} from './law.ts'

type Alter<Item> = (one: Item, other: Item) => Item | null

const ofPasses = fc.constantFrom<Alter<Entitlement>[]>(
  () => null,
  (one) => ({...one, active: !one.active}),
  (one) => ({...one, school: one.school === null ? 'T' : null}),
  (one) => ({...one, session: null, paymentIntent: null}),
  (one, other) => ({...one, session: other.session, paymentIntent: other.paymentIntent}),
  (one, other) => ({...one, student: other.student}),
  (one, other) => ({...one, pass: other.pass}),
  (one) => ({...one, classesLeft: 1, passName: null}),
  (one, other) => ({...other, id: `${one.id}-copy`}),
)
const ofPayments = fc.constantFrom<Alter<Payment>[]>(
  () => null,
  (one) => ({...one, fullyRefunded: !one.fullyRefunded, refunded: one.total.minor}),
  (one, other) => ({...one, email: other.email, names: other.names}),
  (one, other) => ({...one, paymentIntent: other.paymentIntent, charge: other.charge}),
  (one, other) => ({...one, names: {...one.names, upgradeFrom: other.names.upgradeFrom}}),
  (one, other) => ({...other, id: `${one.id}9`}),
)
const ofRecords = fc.constantFrom<Alter<RepairRecord>[]>(
  () => null,
  (one, other) => ({...one, id: `${one.id}-copy`, undoes: other.id}),
  (one, other) => ({...one, id: `${one.id}-copy`, payment: other.payment}),
  (one) => ({...one, kind: one.kind === 'dismiss' ? 'grant' : 'dismiss'}),
)

type Place = [number, number]
type Revision = (facts: Facts) => Facts

function revising<Name extends 'entitlements' | 'payments' | 'records'>(
  name: Name,
  alter: (items: Facts[Name], place: Place) => Facts[Name],
  place: Place,
): Revision {
  return (facts) => ({...facts, [name]: alter(facts[name], place)})
}

function altered<Item extends {id: string}>(alter: Alter<Item>) {
  return (items: Item[], [at, otherAt]: Place): Item[] => {
    const [one, other] = [items[at % Math.max(1, items.length)], items[otherAt % Math.max(1, items.length)]]
    if (one === undefined || other === undefined) return items
    const next = alter(one, other)
    const id = next?.id ?? one.id
    return [...items.filter((item) => item.id !== id), ...(next === null ? [] : [next])]
  }
}

const place = fc.tuple(fc.nat(), fc.nat())
const revisions = fc.array(
  fc.oneof(
    fc.tuple(ofPasses, place).map(([alter, at]) => revising('entitlements', altered(alter), at)),
    fc.tuple(ofPayments, place).map(([alter, at]) => revising('payments', altered(alter), at)),
    fc.tuple(ofRecords, place).map(([alter, at]) => revising('records', altered(alter), at)),
  ),
  {maxLength: 12},
)

const DAMAGED = {source: 'payment', id: 'cs_live_bad', type: null, field: 'amount_total'} as const

function byKey(entries: Iterable<Entry>): Map<string, Entry> {
  return new Map([...entries].map((entry) => [entry.key, entry]))
}

describe('judging again only what a change concerns', {timeout: 600_000}, () => {
  test('comes to the same as judging everything', () => {
    forEverySchoolAnd(revisions, (facts, toMake) => {
      const school = judgeSchool(facts, {now: NOW})
      let known = facts
      for (const revise of toMake) {
        known = revise(known)
        expect(school.revise(known, {now: NOW})).toBe(true)
      }
      expect(byKey(school.entries())).toEqual(byKey(reconcile(known, {now: NOW}).entries))
    })
  })

  test('is told apart by what the entries are: those of nobody concerned stay the same objects', () => {
    const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})]
    const facts = someFacts({
      students,
      payments: [aPayment()],
      entitlements: [anEntitlement({school: null}), byHand({student: 'u2'})],
    })
    const school = judgeSchool(facts, {now: NOW})
    const untouched = school.entry('hand1')
    expect(school.entry('cs_live_1')).toMatchObject({verdict: 'hidden'})
    const now = {...facts, entitlements: [anEntitlement(), ...facts.entitlements.slice(1)]}
    expect(school.revise(now, {now: NOW})).toBe(true)
    expect(school.entry('cs_live_1')).toMatchObject({verdict: 'matched'})
    expect(school.entry('hand1')).toBe(untouched)
  })

  test.each<[string, Partial<Facts>]>([
    ['the catalogue', {passes: [aPass({price: 1})]}],
    ['a student, who may be whoever had the same email', {students: [aStudent({email: 'bo@example.com'})]}],
    ['what was read', {read: []}],
  ])('does not try where it may concern everybody: %s', (_, of) => {
    const facts = someFacts({students: [aStudent()], payments: [aPayment()]})
    const school = judgeSchool(facts, {now: NOW})
    const before = byKey(school.entries())
    expect(school.revise({...facts, ...of}, {now: NOW})).toBe(false)
    expect(byKey(school.entries())).toEqual(before)
  })

  test('does not try where the setting is another, such as which money is real', () => {
    const facts = someFacts({payments: [aPayment()]})
    const school = judgeSchool(facts, {now: NOW})
    expect(school.revise({...facts, records: [aRecord()]}, {now: NOW, live: false})).toBe(false)
  })
})

describe('judging as far as somebody asks', () => {
  function sales(count: number): Facts {
    const payments = Array.from({length: count}, (_, nth) =>
      aPayment({id: `cs_live_${nth}`, paidAt: NOW - nth * 60_000, createdAt: NOW - nth * 60_000}),
    )
    return someFacts({students: [aStudent()], payments, unreadable: [DAMAGED]})
  }

  function first(school: JudgedSchool, count: number): string[] {
    const keys: string[] = []
    for (const {key} of school.entries()) if (keys.push(key) === count) break
    return keys
  }

  test('begins with the newest, and a damaged record comes last', () => {
    const school = judgeSchool(sales(4), {now: NOW})
    expect(first(school, 2)).toEqual(['cs_live_0', 'cs_live_1'])
    expect([...school.entries()].map(({key}) => key)).toEqual([
      'cs_live_0',
      'cs_live_1',
      'cs_live_2',
      'cs_live_3',
      'cs_live_bad',
    ])
  })

  test('finds the entry of a damaged record, and none where there is none', () => {
    const school = judgeSchool(sales(2), {now: NOW})
    expect(school.entry('cs_live_bad')).toMatchObject({verdict: 'unreadable'})
    expect(school.entry('cs_live_9')).toBeUndefined()
  })

  test('passes without payment stand among the payments by their time, and what is as old by its name', () => {
    const at = (minutes: number) => NOW - minutes * 60_000 - 86_400_000
    const payments = [3, 1].map((nth) =>
      aPayment({id: `cs_live_${nth}`, paymentIntent: `pi_${nth}`, paidAt: at(nth)}),
    )
    const entitlements = [2, 4].map((nth) =>
      byHand({id: `hand${nth}`, student: 'u9', pass: 'P9', createdAt: at(nth)}),
    )
    const alike = ['b', 'a'].map((name) =>
      byHand({id: `hand-${name}`, student: 'u9', pass: 'P9', createdAt: at(5)}),
    )
    const school = judgeSchool(
      someFacts({students: [aStudent()], payments, entitlements: [...entitlements, ...alike]}),
      {now: NOW},
    )
    expect(first(school, 6)).toEqual(['cs_live_1', 'hand2', 'cs_live_3', 'hand4', 'hand-a', 'hand-b'])
  })

  test('goes on where it stopped, and judges nothing twice', () => {
    const facts = sales(50)
    const tally = {comparisons: 0}
    const school = judgeSchool(facts, {now: NOW, tally})
    expect(tally.comparisons).toBe(0)
    first(school, 1)
    const begun = byKey(school.entries())
    expect([...school.entries()].every((entry) => begun.get(entry.key) === entry)).toBe(true)
    expect(begun).toEqual(byKey(reconcile(facts, {now: NOW}).entries))
  })
})
