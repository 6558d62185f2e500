import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {aPayment, anEntitlement, BOUGHT, byHand, stored} from './build-facts.ts'
import {entryOf, judged} from './judged.ts'

const REVOKED = {active: false, deactivatedBy: '@actor', deactivatedAt: '@now'}
const allBack = {refunded: 200_000, fullyRefunded: true}

describe('money went back', () => {
  test('refunded in full while the pass is active: end it', () => {
    expect(judged({payments: [aPayment(allBack)], entitlements: [anEntitlement()]})).toMatchObject({
      verdict: 'refunded',
      reasons: ['refunded'],
      confidence: 'certain',
      repair: {
        kind: 'revoke',
        changes: [{patch: {id: 'sub1', set: {...REVOKED, deactivationReason: 'refunded'}, unset: []}}],
      },
    })
  })

  test('a lost dispute is the same', () => {
    const entry = judged({payments: [aPayment({dispute: 'lost'})], entitlements: [anEntitlement()]})
    expect(entry).toMatchObject({verdict: 'refunded', reasons: ['dispute_lost'], confidence: 'certain'})
  })

  test.each([
    ['a part came back', {refunded: 100}, 'partially_refunded'],
    ['a dispute is open', {dispute: 'open'}, 'dispute_open'],
  ] as const)('%s: a person decides', (_, money, reason) => {
    expect(judged({payments: [aPayment(money)], entitlements: [anEntitlement()]})).toMatchObject({
      verdict: 'refunded',
      reasons: [reason],
      confidence: 'check',
      repair: null,
    })
  })

  test('a dispute won is nothing', () => {
    const entry = judged({payments: [aPayment({dispute: 'won'})], entitlements: [anEntitlement()]})
    expect(entry).toMatchObject({verdict: 'matched', reasons: []})
  })

  test('refunded and ended is as it should be', () => {
    const entry = judged({payments: [aPayment(allBack)], entitlements: [anEntitlement({active: false})]})
    expect(entry).toMatchObject({verdict: 'matched', notes: ['refunded_and_revoked']})
  })

  test.each(['refunded', 'dispute_lost'])(
    'ended as «%s», and the school has its money again: a person decides whether the pass comes back',
    (deactivationReason) => {
      const ended = anEntitlement({active: false, deactivationReason})
      expect(judged({payments: [aPayment()], entitlements: [ended]})).toMatchObject({
        verdict: 'hidden',
        reasons: ['inactive'],
        confidence: 'check',
        repair: {
          kind: 'correct',
          changes: [
            {
              patch: {
                id: 'sub1',
                set: {active: true},
                unset: ['deactivationReason', 'deactivatedBy', 'deactivatedAt'],
              },
            },
          ],
        },
      })
      const partly = {payments: [aPayment({refunded: 100})], entitlements: [ended]}
      expect(judged(partly)).toMatchObject({verdict: 'matched'})
    },
  )

  test('refunded and over by its date too', () => {
    const over = anEntitlement({ends: stored(BOUGHT + DAY)})
    expect(judged({payments: [aPayment(allBack)], entitlements: [over]})).toMatchObject({verdict: 'matched'})
  })

  test.each([allBack, {dispute: 'lost'}] as const)(
    'all back and nothing granted is never missing',
    (money) => {
      expect(judged({payments: [aPayment(money)]})).toMatchObject({
        verdict: 'matched',
        notes: ['refunded_nothing_granted'],
      })
    },
  )

  test('an end that cannot be read counts as not ended', () => {
    const garbled = anEntitlement({ends: {text: 'soon', at: null}})
    expect(judged({payments: [aPayment(allBack)], entitlements: [garbled]})).toMatchObject({
      verdict: 'refunded',
    })
  })
})

describe('test money', () => {
  const testMoney = aPayment({live: false})

  test('granted for it: ended by a person', () => {
    expect(judged({payments: [testMoney], entitlements: [anEntitlement()]})).toMatchObject({
      verdict: 'unpaid',
      reasons: ['test_mode'],
      confidence: 'check',
      repair: {kind: 'revoke', changes: [{patch: {id: 'sub1', set: REVOKED}}]},
    })
  })

  test('nothing granted for it: no matter', () => {
    expect(judged({payments: [testMoney]})).toMatchObject({verdict: 'excluded', reasons: ['test_mode']})
  })

  test('at a school that is trying things out it is real money that does not count', () => {
    expect(judged({payments: [testMoney]}, {live: false})).toMatchObject({verdict: 'missing'})
    expect(judged({payments: [aPayment()]}, {live: false})).toMatchObject({reasons: ['test_mode']})
  })
})

describe('one payment, several passes', () => {
  const first = anEntitlement()

  test('the same session twice: the one with classes used is kept', () => {
    const used = anEntitlement({id: 'sub2', createdAt: BOUGHT + DAY, classesLeft: 7})
    expect(judged({payments: [aPayment()], entitlements: [first, used]})).toMatchObject({
      verdict: 'duplicate',
      reasons: ['same_session'],
      confidence: 'certain',
      entitlements: ['sub1', 'sub2'],
      repair: {
        kind: 'revoke',
        changes: [{patch: {id: 'sub1', set: {active: false, deactivationReason: 'duplicate of sub2'}}}],
      },
    })
  })

  test('neither used: the earliest is kept', () => {
    const later = anEntitlement({id: 'sub0', createdAt: BOUGHT + DAY})
    const {repair} = judged({payments: [aPayment()], entitlements: [later, first]})
    expect(repair?.changes).toMatchObject([{patch: {id: 'sub0'}}])
  })

  test('what is kept is put right in the same transaction', () => {
    const used = anEntitlement({id: 'sub2', classesLeft: 7, school: null})
    const {reasons, repair} = judged({payments: [aPayment()], entitlements: [first, used]})
    expect(reasons).toEqual(['same_session', 'school_absent'])
    expect(repair?.changes).toMatchObject([
      {patch: {id: 'sub1', set: {active: false}}},
      {patch: {id: 'sub2', set: {school: 'T'}}},
    ])
  })

  test('one by the session, one by the payment intent', () => {
    const byIntent = anEntitlement({id: 'sub2', session: null})
    const entry = judged({payments: [aPayment()], entitlements: [first, byIntent]})
    expect(entry).toMatchObject({verdict: 'duplicate', reasons: ['same_payment_intent']})
  })

  test('an ended or inactive one beside an active one is no duplicate', () => {
    const ended = anEntitlement({id: 'sub2', active: false, deactivationReason: 'by hand'})
    expect(judged({payments: [aPayment()], entitlements: [first, ended]})).toMatchObject({verdict: 'matched'})
  })

  test('made by hand beside the one with the id: a person looks, the one with the id is kept', () => {
    const hand = byHand({createdAt: BOUGHT + 3 * DAY})
    expect(judged({payments: [aPayment()], entitlements: [first, hand]})).toMatchObject({
      verdict: 'duplicate',
      reasons: ['manual_leftover'],
      confidence: 'check',
      entitlements: ['sub1', 'hand1'],
      repair: {kind: 'revoke', changes: [{patch: {id: 'hand1', set: {active: false}}}]},
    })
  })

  test('one that is explained by a second payment is no leftover', () => {
    const second = aPayment({id: 'cs_live_2', createdAt: BOUGHT + 2 * DAY, paidAt: BOUGHT + 2 * DAY})
    const facts = {
      payments: [aPayment(), second],
      entitlements: [first, byHand({createdAt: BOUGHT + 3 * DAY})],
    }
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'matched', entitlements: ['sub1']})
    expect(entryOf('cs_live_2', facts)).toMatchObject({verdict: 'unlinked', entitlements: ['hand1']})
  })

  test('made before the payment, or more than 14 days after it, is no leftover', () => {
    for (const createdAt of [BOUGHT - DAY, BOUGHT + 15 * DAY]) {
      const facts = {payments: [aPayment()], entitlements: [first, byHand({createdAt})]}
      expect(entryOf('cs_live_1', facts, {now: BOUGHT + 20 * DAY})).toMatchObject({verdict: 'matched'})
    }
  })
})
