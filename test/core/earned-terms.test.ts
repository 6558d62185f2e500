import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {
  aPass,
  aPayment,
  aStudent,
  anEntitlement,
  BOUGHT,
  NOW,
  OPENED,
  someNames,
  stored,
} from './build-facts.ts'
import {judged} from './judged.ts'

const garbled = {text: 'soon', at: null}

describe('whom it is for', () => {
  const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})]
  const reasons = (held: Partial<Entitlement>, paid: Partial<Payment>, people = students) =>
    judged({students: people, payments: [aPayment(paid)], entitlements: [anEntitlement(held)]}).reasons

  test('a product names the payer as well as a session does; an email does not', () => {
    const line = {description: null, quantity: 1, product: someNames()}
    const byProduct = {names: someNames({clerkId: null}), lines: [line]}
    expect(reasons({student: 'u2'}, byProduct)).toEqual(['student_reference'])
    expect(reasons({student: 'u2'}, {names: someNames({clerkId: null})})).toEqual([])
    expect(reasons({student: 'u9'}, {names: someNames({clerkId: null})})).toEqual(['student_reference'])
  })

  test('the payer’s own Clerk id is the payer, whether or not anybody has it', () => {
    const unknown = {names: someNames({clerkId: 'user_9'}), email: null}
    expect(reasons({student: 'user_9'}, unknown)).toEqual([])
    expect(reasons({student: 'user_8'}, unknown)).toEqual(['student_reference'])
    expect(reasons({student: 'u2'}, unknown)).toEqual([])
  })

  test('who pays is pending where the holder is nobody', () => {
    const pending = [aStudent({role: 'pending'})]
    expect(reasons({student: 'u9'}, {}, pending)).toEqual(['student_reference', 'student_pending'])
    expect(reasons({student: 'user_1'}, {}, pending)).toEqual(['student_pending'])
    const unknown = {names: someNames({clerkId: 'user_9'}), email: null}
    expect(reasons({student: 'u9'}, unknown, [])).toEqual(['student_reference'])
  })
})

describe('what a pass gives', () => {
  const granted = (pass: Partial<Pass>, paid: Partial<Payment> = {}) => {
    const {reasons, repair} = judged({passes: [aPass(pass)], payments: [aPayment(paid)]})
    const [change] = repair?.changes ?? []
    return change !== undefined && 'create' in change ? change.create.fields : reasons.at(-1)
  }
  const NOT = 'pass_not_grantable'

  test('every field of a grant, and none that nothing is known of', () => {
    expect(granted({})).toEqual({
      student: 'u1',
      school: 'T',
      type: 'clipcard',
      starts: BOUGHT,
      ends: BOUGHT + 90 * DAY,
      pass: 'P3',
      passName: '10 Single Clip Card',
      price: 2000,
      classesLeft: 10,
      active: true,
      session: 'cs_live_1',
      paymentIntent: 'pi_cs_live_1',
    })
    expect(granted({name: null})).not.toHaveProperty('passName')
  })

  test.each<[string, Partial<Pass>]>([
    ['no type', {type: null}],
    ['a type that only sounds like one', {type: 'toString'}],
    ['no limit', {classesLimit: null}],
    ['no classes', {classesLimit: 0}],
    ['half a class', {classesLimit: 2.5}],
    ['no days', {validityDays: null}],
    ['no time at all', {validityDays: 0}],
    ['less than no time', {validityDays: -1}],
    ['more days than there are dates', {validityDays: 1e9}],
    ['a date that is absent', {validity: 'date', expiry: null}],
    ['a date that cannot be read', {validity: 'date', expiry: garbled}],
    ['a date that was over when it was sold', {validity: 'date', expiry: stored(BOUGHT)}],
  ])('%s: nothing', (_, pass) => {
    expect(granted(pass)).toBe(NOT)
  })

  test('to the last moment that a date can hold', () => {
    const last = 8_640_000_000_000_000
    expect(granted({validity: 'date', expiry: stored(last)})).toMatchObject({ends: last})
  })

  test('of the type that was sold, where the pass changed since', () => {
    const sold = {...someNames(), passType: 'single'}
    const line = {description: null, quantity: 1, product: sold}
    const nameless = {...line, product: null}
    const lines = [nameless, line]
    const paid = {names: someNames({passType: null}), lines}
    expect(granted({updatedAt: BOUGHT + 1}, paid)).toMatchObject({type: 'single', classesLeft: 1})
    expect(granted({updatedAt: BOUGHT}, paid)).toMatchObject({type: 'clipcard'})
    expect(granted({updatedAt: OPENED}, paid)).toMatchObject({type: 'clipcard'})
    expect(granted({updatedAt: NOW}, {lines: [nameless]})).toMatchObject({type: 'clipcard'})
  })
})

describe('an entitlement of its own that was taken back is made active again', () => {
  const own = {id: 'subscription-cs_live_1', active: false, session: null, paymentIntent: null}
  const revived = (held: Partial<Entitlement>, pass: Partial<Pass> = {}) => {
    const {repair} = judged({
      passes: [aPass(pass)],
      payments: [aPayment()],
      entitlements: [anEntitlement({...own, ...held})],
    })
    const [change] = repair?.changes ?? []
    if (change === undefined || !('patch' in change)) throw new Error('no patch')
    return change.patch
  }
  const UNDONE = {session: 'cs_live_1', deactivationReason: 'undone'}
  const TRACES = ['deactivationReason', 'deactivatedBy', 'deactivatedAt']

  test('with its traces taken away, where it has any', () => {
    expect(revived(UNDONE)).toMatchObject({id: own.id, set: {active: true}, unset: TRACES})
    expect(revived({})).toMatchObject({id: own.id, set: {active: true, session: 'cs_live_1'}, unset: []})
  })

  test('whatever its id, if it carries the payment’s', () => {
    expect(revived({...UNDONE, id: 'sub1'})).toMatchObject({id: 'sub1', set: {active: true}})
  })

  test('used classes stay used, and an unlimited one has no count', () => {
    expect(revived({...UNDONE, classesLeft: 7}).set).toMatchObject({classesLeft: 7})
    const unlimited = {type: 'unlimited', classesLimit: null}
    expect(revived({...UNDONE, classesLeft: 7}, unlimited).unset).toEqual([...TRACES, 'classesLeft'])
    expect(revived({...UNDONE, classesLeft: null}, unlimited).unset).toEqual(TRACES)
    expect(revived({}, unlimited)).toMatchObject({unset: ['classesLeft']})
  })
})
