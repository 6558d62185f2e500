import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import {isActive} from '../../plugin/core/reconcile/case.ts'
import {personOf} from '../../plugin/core/reconcile/people.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import {applyChanges} from './apply-changes.ts'
import {NOW} from './build-facts.ts'
import {
  certainMismatches,
  entriesIn,
  forEverySchool,
  forEverySchoolAnd,
  forEverySchoolOfSales,
} from './law.ts'
import {persons, plansIn, type Planned} from './plans-in.ts'

function forEveryPlan(law: (facts: Facts, plans: Planned[]) => void): void {
  forEverySchoolAnd(persons, (facts, person) => law(facts, plansIn(facts, person)))
}

describe('laws of planning that hold for every school', {timeout: 60_000}, () => {
  test('when every certain plan is carried out no certain mismatch is left, and nothing more is written', () => {
    forEverySchoolOfSales((facts) => {
      expect(certainMismatches(afterCertainPlans(facts))).toEqual([])
    })
  })

  test('where mending one pass settles what another payment waited for, a second round mends that too, and is the last', () => {
    forEverySchool((facts) => {
      expect(certainMismatches(afterCertainPlans(afterCertainPlans(facts)))).toEqual([])
    })
  })

  test('nothing is granted for money that is unpaid, refunded, test or foreign, whatever a person chooses', () => {
    forEveryPlan((facts, plans) => {
      const payments = new Map(facts.payments.map((payment) => [payment.id, payment]))
      for (const {entry, change} of plans) {
        const payment = payments.get(entry.payment ?? '')
        const grants = 'create' in change || change.patch.set.active === true
        if (!grants) continue
        expect(payment).toMatchObject({paid: true, live: true, fullyRefunded: false})
        expect(payment?.dispute).not.toBe('lost')
        expect(payment?.account).not.toBe('acct_U')
        expect(payment?.names.school ?? 'T').toBe('T')
      }
    })
  })

  test('used classes are never given back', () => {
    forEveryPlan((facts, plans) => {
      const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
      const passes = new Map(facts.passes.map((pass) => [pass.id, pass]))
      for (const {change} of plans) {
        const held = 'patch' in change ? entitlements.get(change.patch.id) : undefined
        if (!('patch' in change) || held === undefined) continue
        const {classesLeft, type = held.type, pass = held.pass} = change.patch.set
        if (classesLeft === undefined) continue
        const limit = type === 'single' ? 1 : (passes.get(pass ?? '')?.classesLimit ?? 0)
        const used = Math.max(countedAsUsed(held, passes), bookedWith(held, type, facts))
        expect(classesLeft).toBeLessThanOrEqual(Math.max(0, limit - used))
      }
    })
  })

  test('what is made is this school’s and this student’s, carries the payment’s id, and is made where nothing stands', () => {
    forEveryPlan((facts, plans) => {
      const active = new Set(facts.entitlements.filter((one) => isActive(one, NOW)).map(({id}) => id))
      const made = plans.flatMap(({entry, student, change}) =>
        'create' in change ? [{entry, student, made: change.create}] : [],
      )
      expect(made.flatMap(({entry}) => entry.entitlements.filter((id) => active.has(id)))).toEqual([])
      expect(made.map((one) => one.made)).toMatchObject(
        made.map(({entry, student}) => ({
          id: `subscription-${entry.payment}`,
          fields: {school: 'T', student, session: entry.payment},
        })),
      )
    })
  })

  test('a planned change touches only this school and this student, or what carries the payment’s id', () => {
    forEveryPlan((facts, plans) => {
      const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
      const payments = new Map(facts.payments.map((one) => [one.id, one]))
      const students = new Map(
        facts.students.flatMap((one) => [one.id, personOf(one)].map((id) => [id, personOf(one)] as const)),
      )
      for (const {entry, student, change} of plans) {
        const held = 'patch' in change ? entitlements.get(change.patch.id) : undefined
        if (held === undefined) continue
        const {id, paymentIntent, charge, chargePaymentIntent} = payments.get(entry.payment ?? '') ?? {}
        const ids = new Set([id, paymentIntent, charge, chargePaymentIntent].filter((one) => one !== null))
        const history = held.upgradeHistory.map(({session}) => session)
        const carries = [held.session, held.paymentIntent, ...history].some(
          (one) => one !== null && ids.has(one),
        )
        const isTheirs =
          entry.payment === null
            ? entry.key === held.id
            : student !== null && students.get(held.student ?? '') === students.get(student)
        expect(carries || (held.school !== 'U' && isTheirs)).toBe(true)
      }
    })
  })

  test('who has read some of the payments only grants nothing that the others would link', () => {
    forEverySchoolAnd(fc.infiniteStream(fc.boolean()), (facts, coin) => {
      const payments = facts.payments.filter(() => coin.next().value === true)
      const whole = new Map(entriesIn(facts).map((entry) => [entry.key, entry]))
      for (const {key, confidence, repair} of entriesIn({...facts, payments, read: []})) {
        if (repair?.kind !== 'grant' || confidence === 'check') continue
        expect(whole.get(key)).toMatchObject({verdict: 'missing'})
      }
    })
  })

  test('what is proposed can be planned, with the same changes', () => {
    forEverySchoolAnd(fc.nat(), (facts, pick) => {
      const proposed = entriesIn(facts).filter(({repair}) => repair !== null && repair.kind !== 'choose')
      const entry = proposed[pick % Math.max(1, proposed.length)]
      if (entry === undefined || entry.repair === null) return
      const subject = entry.payment === null ? {entitlement: entry.key} : {payment: entry.payment}
      const plan = planRepair(facts, {subject, kind: entry.repair.kind}, {now: NOW})
      expect(plan).toMatchObject({changes: entry.repair.changes, verdict: entry.verdict})
    })
  })
})

function afterCertainPlans(facts: Facts): Facts {
  const changes = certainMismatches(facts).flatMap(({repair}) => repair?.changes ?? [])
  return applyChanges(facts, changes, NOW)
}

/** What it began with less what is left. */
function countedAsUsed({type, pass, classesLeft}: Entitlement, passes: ReadonlyMap<string, Pass>): number {
  if (classesLeft === null) return 0
  if (type === 'single' && classesLeft <= 1) return 1 - classesLeft
  const sold = passes.get(pass ?? '')
  const began = sold?.type === 'single' ? 1 : sold?.type === 'unlimited' ? null : (sold?.classesLimit ?? null)
  return began === null ? 0 : began - classesLeft
}

/** What its holder booked in its time, with the type that it has or gets. */
function bookedWith(held: Entitlement, type: string | null, {students, bookings}: Facts): number {
  const people = new Map(students.map((one) => [one.id, personOf(one)]))
  const person = people.get(held.student ?? '') ?? held.student
  return bookings.filter(
    (one) =>
      (people.get(one.student) ?? one.student) === person &&
      (one.type === held.type || one.type === type) &&
      one.at >= (held.starts?.at ?? Number.POSITIVE_INFINITY) &&
      one.at <= (held.ends?.at ?? Number.NEGATIVE_INFINITY),
  ).length
}
