import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {judgeSchool} from '../../plugin/core/reconcile/re-judge.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {aPayment, aStudent, anEntitlement, byHand, NOW, someFacts} from './build-facts.ts'
import {forEverySchoolAnd} from './law.ts'

type Alter = (one: Entitlement, other: Entitlement) => Entitlement | null

const change = fc.constantFrom<Alter[]>(
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

const changes = fc.array(fc.tuple(change, fc.nat(), fc.nat()), {maxLength: 12})

describe('judging again only what a change concerns', {timeout: 60_000}, () => {
  test('comes to the same as judging everything', () => {
    forEverySchoolAnd(changes, (facts, toMake) => {
      const school = judgeSchool(facts, {now: NOW})
      const entitlements = new Map(facts.entitlements.map((one) => [one.id, one]))
      for (const [apply, at, otherAt] of toMake) {
        const all = [...entitlements.values()]
        const one = all[at % Math.max(1, all.length)]
        const other = all[otherAt % Math.max(1, all.length)]
        if (one === undefined || other === undefined) break
        const next = apply(one, other)
        const id = next?.id ?? one.id
        if (next === null) entitlements.delete(id)
        else entitlements.set(id, next)
        school.replace(id, next)
      }
      const {entries} = reconcile({...facts, entitlements: [...entitlements.values()]}, {now: NOW})
      expect(new Map(school.entries)).toEqual(new Map(entries.map((entry) => [entry.key, entry])))
    })
  })

  test('says which entries changed, and leaves the others untouched', () => {
    const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})]
    const entitlements = [anEntitlement({school: null}), byHand({student: 'u2'})]
    const school = judgeSchool(someFacts({students, payments: [aPayment()], entitlements}), {now: NOW})
    const untouched = school.entries.get('hand1')
    expect(school.entries.get('cs_live_1')).toMatchObject({verdict: 'hidden'})
    expect(school.replace('sub1', anEntitlement())).toEqual(expect.arrayContaining(['cs_live_1']))
    expect(school.entries.get('cs_live_1')).toMatchObject({verdict: 'matched'})
    expect(school.entries.get('hand1')).toBe(untouched)
  })
})
