import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Change} from '../../plugin/core/contract/change.ts'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {personOf} from '../../plugin/core/reconcile/people.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {applyChanges} from './apply-changes.ts'
import {NOW, aStudent} from './build-facts.ts'
import {generatedSchool} from './generated-school.ts'

const RUNS = {numRuns: Number(process.env['LAW_RUNS'] ?? 1_000)}

function entriesOf(facts: Facts): Entry[] {
  return reconcile(facts, {now: NOW}).entries
}

function certainMismatches(facts: Facts): Entry[] {
  return entriesOf(facts).filter(({verdict, confidence}) => isMismatch(verdict) && confidence === 'certain')
}

function patched(change: Change): string | null {
  return 'patch' in change ? change.patch.id : null
}

function everyPlan(facts: Facts): {entry: Entry; change: Change}[] {
  return entriesOf(facts).flatMap((entry) => (entry.repair?.changes ?? []).map((change) => ({entry, change})))
}

describe('laws that hold for every school', {timeout: 60_000}, () => {
  test('each payment is in exactly one entry', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const named = entriesOf(facts).flatMap(({payment}) => payment ?? [])
        expect(named.toSorted()).toEqual(facts.payments.map(({id}) => id).toSorted())
      }),
      RUNS,
    )
  })

  test('an entitlement stands in one entry at most, unless it was upgraded in place', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const inPlace = new Set(
          facts.entitlements.filter((one) => one.upgradeHistory.length > 0).map(({id}) => id),
        )
        const once = entriesOf(facts)
          .flatMap(({entitlements}) => entitlements)
          .filter((id) => !inPlace.has(id))
        expect(once.length).toBe(new Set(once).size)
      }),
      RUNS,
    )
  })

  test('the order of what was read does not matter', () => {
    fc.assert(
      fc.property(generatedSchool, fc.integer({min: 1, max: 1_000_000}), (facts, seed) => {
        const shuffled: Facts = {
          ...facts,
          payments: shuffle(facts.payments, seed),
          entitlements: shuffle(facts.entitlements, seed + 1),
          students: shuffle(facts.students, seed + 2),
          passes: shuffle(facts.passes, seed + 3),
          bookings: shuffle(facts.bookings, seed + 4),
        }
        expect(entriesOf(shuffled)).toEqual(entriesOf(facts))
      }),
      RUNS,
    )
  })

  test('when every certain plan is carried out no certain mismatch is left, and nothing more is written', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const changes = certainMismatches(facts).flatMap(({repair}) => repair?.changes ?? [])
        const after = applyChanges(facts, changes, NOW)
        expect(certainMismatches(after)).toEqual([])
      }),
      RUNS,
    )
  })

  test('a grant is never planned for money that is unpaid, refunded, test or foreign', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const payments = new Map(facts.payments.map((payment) => [payment.id, payment]))
        for (const {entry, change} of everyPlan(facts)) {
          const payment = payments.get(entry.payment ?? '')
          if (!('create' in change) || payment === undefined) continue
          expect(payment).toMatchObject({paid: true, live: true, fullyRefunded: false, account: 'acct_T'})
          expect(payment.dispute).not.toBe('lost')
          expect(payment.names.school ?? 'T').toBe('T')
        }
      }),
      RUNS,
    )
  })

  test('used classes are never given back', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
        const passes = new Map(facts.passes.map((pass) => [pass.id, pass]))
        const people = new Map(facts.students.map((one) => [one.id, personOf(one)]))
        for (const {change} of everyPlan(facts)) {
          const held = entitlements.get(patched(change) ?? '')
          if (!('patch' in change) || held === undefined) continue
          const {classesLeft, type, pass: newPass} = change.patch.set
          if (classesLeft === undefined) continue
          const pass = passes.get(newPass ?? held.pass ?? '')
          const limit = type === 'single' ? 1 : (pass?.classesLimit ?? 0)
          const person = people.get(held.student ?? '') ?? held.student
          const booked = facts.bookings.filter(
            (one) =>
              (people.get(one.student) ?? one.student) === person &&
              (one.type === held.type || one.type === type) &&
              one.at >= (held.starts?.at ?? Number.POSITIVE_INFINITY) &&
              one.at <= (held.ends?.at ?? Number.NEGATIVE_INFINITY),
          ).length
          expect(classesLeft).toBeLessThanOrEqual(Math.max(0, limit - booked))
        }
      }),
      RUNS,
    )
  })

  test('a student who has nothing to do with it changes no entry', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const stranger = aStudent({id: 'stranger', clerkId: 'user_stranger', email: 'stranger@example.com'})
        expect(entriesOf({...facts, students: [...facts.students, stranger]})).toEqual(entriesOf(facts))
      }),
      RUNS,
    )
  })

  test('who cannot see the account says nothing about payment', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const blind = {account: 'acct_T', code: 'account_invalid', message: 'no access'}
        const {fault, entries} = reconcile({...facts, blind}, {now: NOW})
        expect(fault).toBe('account_unreadable')
        expect(entries).toEqual([])
      }),
      RUNS,
    )
  })

  test('a planned change touches only this school and this student, or what carries the payment’s id', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
        const students = new Map(
          facts.students.flatMap(
            (one) =>
              [
                [one.id, one],
                [personOf(one), one],
              ] as const,
          ),
        )
        for (const {entry, change} of everyPlan(facts)) {
          const held = entitlements.get(patched(change) ?? '')
          if (held === undefined) continue
          const ids = new Set([entry.payment, `pi_${entry.payment?.replace('cs_test', 'cs_live')}`])
          const carries =
            ids.has(held.session) ||
            ids.has(held.paymentIntent) ||
            held.upgradeHistory.some(({session}) => ids.has(session))
          const isTheirs = held.school !== 'U' && students.get(held.student ?? '')?.id === entry.student
          expect(carries || isTheirs).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('who has read some of the payments only grants nothing that the others would link', () => {
    fc.assert(
      fc.property(generatedSchool, fc.infiniteStream(fc.boolean()), (facts, coin) => {
        const payments = facts.payments.filter(() => coin.next().value === true)
        const whole = new Map(entriesOf(facts).map((entry) => [entry.key, entry]))
        for (const {key, confidence, repair} of entriesOf({...facts, payments, read: []})) {
          if (repair?.kind !== 'grant' || confidence === 'check') continue
          expect(whole.get(key)).toMatchObject({verdict: 'missing'})
        }
      }),
      RUNS,
    )
  })

  test('drafts change no verdict', () => {
    fc.assert(
      fc.property(generatedSchool, (facts) => {
        const drafts = [
          ...facts.entitlements.map(({id}) => ({
            id,
            type: 'subscription',
            session: null,
            paymentIntent: null,
          })),
          ...facts.payments.map(({id}) => ({
            id: `d-${id}`,
            type: 'subscription',
            session: id,
            paymentIntent: null,
          })),
        ]
        const verdicts = (entries: Entry[]) => entries.map(({key, verdict}) => [key, verdict])
        const drafted = entriesOf({...facts, drafts})
        expect(verdicts(drafted)).toEqual(verdicts(entriesOf(facts)))
        const unnoted = drafted.filter(
          ({verdict, entitlements, notes}) =>
            verdict === 'matched' && entitlements.length > 0 && !notes.includes('open_draft'),
        )
        const unasked = drafted.filter(
          ({verdict, reasons}) =>
            verdict === 'missing' &&
            !['pass_deleted', 'pass_not_grantable', 'draft_only'].some((why) =>
              reasons.some((one) => one === why),
            ),
        )
        expect([unnoted, unasked]).toEqual([[], []])
      }),
      RUNS,
    )
  })

  test('what is proposed can be planned, with the same changes', () => {
    fc.assert(
      fc.property(generatedSchool, fc.nat(), (facts, pick) => {
        const proposed = entriesOf(facts).filter(({repair}) => repair !== null && repair.kind !== 'choose')
        const entry = proposed[pick % Math.max(1, proposed.length)]
        if (entry === undefined || entry.repair === null) return
        const subject = entry.payment === null ? {entitlement: entry.key} : {payment: entry.payment}
        const plan = planRepair(facts, {subject, kind: entry.repair.kind}, {now: NOW})
        expect(plan).toMatchObject({changes: entry.repair.changes, verdict: entry.verdict})
      }),
      RUNS,
    )
  })
})

/** The same shuffle for the same seed. */
function shuffle<Value>(values: readonly Value[], seed: number): Value[] {
  let state = seed
  return values
    .map((value) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return {value, at: state}
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({value}) => value)
}
