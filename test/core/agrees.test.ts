import {describe, expect, test} from 'vitest'
import {DAY, HOUR, MINUTE} from '../../plugin/core/contract/instant.ts'
import {aPass, aPayment, aStudent, anEntitlement, BOUGHT, OPENED, someNames, stored} from './build-facts.ts'
import {dropIn, holding} from './holding.ts'
import {judged} from './judged.ts'

describe('agrees', () => {
  test('granted by the webhook', () => {
    expect(holding({})).toMatchObject({
      verdict: 'matched',
      reasons: [],
      notes: [],
      confidence: 'certain',
      repair: null,
      evidence: [
        {kind: 'same_session'},
        {kind: 'student_named', by: 'metadata'},
        {kind: 'pass_named', by: 'metadata'},
        {kind: 'amount_equal'},
        {kind: 'granted_after', ms: 52_000},
      ],
    })
  })

  test.each([
    ['the payment intent', {session: null}, 'same_payment_intent'],
    ['the charge', {session: null, paymentIntent: 'ch_cs_live_1'}, 'same_charge'],
    ['a session id in the wrong field', {session: null, paymentIntent: 'cs_live_1'}, 'same_session'],
  ])('known by %s', (_, ids, kind) => {
    expect(holding(ids)).toMatchObject({verdict: 'matched', evidence: expect.arrayContaining([{kind}])})
  })

  test.each([
    ['granted long after it was paid', {createdAt: BOUGHT + HOUR}, 'granted_late'],
    ['longer than the rule gives', {ends: stored(BOUGHT + 120 * DAY)}, 'longer_than_rule'],
    ['referring to the Clerk id', {student: 'user_1'}, 'legacy_reference'],
    ['upgraded to another pass since', {active: false, upgradedAt: stored(BOUGHT + DAY)}, 'upgraded_away'],
  ])('%s: noted', (_, fields, note) => {
    expect(holding(fields)).toMatchObject({verdict: 'matched', notes: expect.arrayContaining([note])})
  })

  test('counted from a late grant is not longer than the rule', () => {
    const createdAt = BOUGHT + 9 * DAY
    const late = {createdAt, ends: stored(createdAt + 90 * DAY)}
    expect(holding(late).notes).toEqual(['granted_late'])
  })

  test('a pass that changed since the sale is said', () => {
    expect(holding({}, {pass: {updatedAt: BOUGHT + DAY, price: 2200}})).toMatchObject({
      verdict: 'matched',
      notes: ['pass_changed_since'],
    })
  })

  test('a later login with the same email is said', () => {
    const newer = aStudent({id: 'u2', clerkId: 'user_2', createdAt: OPENED + DAY})
    const facts = {students: [aStudent(), newer], payments: [aPayment()], entitlements: [anEntitlement()]}
    expect(judged(facts)).toMatchObject({verdict: 'matched', notes: ['newer_identity']})
  })

  test('an open draft is said and changes nothing', () => {
    const drafts = [{id: 'sub1', type: 'subscription', session: null, paymentIntent: null}]
    const facts = {drafts, payments: [aPayment()], entitlements: [anEntitlement()]}
    expect(judged(facts)).toMatchObject({verdict: 'matched', notes: ['open_draft']})
  })

  test('upgraded in place it stands for both payments', () => {
    const second = aPayment({
      id: 'cs_live_2',
      createdAt: BOUGHT + MINUTE,
      names: someNames({sale: 'pass_upgrade', pass: 'P1'}),
    })
    const upgraded = anEntitlement({
      pass: 'P1',
      upgradeHistory: [{fromPass: 'P3', toPass: 'P1', session: 'cs_live_2'}],
    })
    const first = judged({passes: [aPass(), dropIn], payments: [aPayment()], entitlements: [upgraded]})
    expect(first).toMatchObject({verdict: 'matched', entitlements: ['sub1']})
    const other = judged({passes: [aPass(), dropIn], payments: [second], entitlements: [upgraded]})
    expect(other).toMatchObject({verdict: 'matched', entitlements: ['sub1'], pass: 'P1'})
  })
})
