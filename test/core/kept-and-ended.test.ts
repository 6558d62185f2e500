import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {
  aPass,
  aPayment,
  anEntitlement,
  BOUGHT,
  byHand,
  NOW,
  someFacts,
  someNames,
  stored,
} from './build-facts.ts'
import {entryOf, judged} from './judged.ts'

const payments = [aPayment()]

describe('several things wrong with one pass', () => {
  const changed = {passes: [aPass({updatedAt: NOW - DAY})]}
  const early = anEntitlement({ends: stored(BOUGHT + 30 * DAY)})

  test('where the gravest leaves a doubt, a person confirms all of it together', () => {
    expect(judged({...changed, payments, entitlements: [{...early, school: null}]})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['ended_early', 'school_absent'],
      confidence: 'check',
      repair: {changes: [{patch: {set: {ends: BOUGHT + 90 * DAY, school: 'T'}}}]},
    })
  })

  test('where one thing of its kind is certain, only what is certain is mended', () => {
    const entry = judged({...changed, payments, entitlements: [{...early, passName: null, active: false}]})
    expect(entry).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['ended_early', 'name', 'inactive'],
      confidence: 'certain',
    })
    expect(entry.repair?.changes).toEqual([
      {patch: {id: 'sub1', set: {passName: '10 Single Clip Card'}, unset: []}},
    ])
  })

  test('where the gravest cannot be mended nothing is', () => {
    const passes = [aPass({type: 'subscription'})]
    const entitlements = [anEntitlement({ends: {text: 'soon', at: null}, school: null})]
    expect(judged({passes, payments, entitlements})).toMatchObject({
      verdict: 'wrong_terms',
      reasons: ['dates', 'pass_not_grantable', 'school_absent'],
      confidence: 'check',
      repair: null,
    })
  })

  test('where one of its kind can be mended, that is', () => {
    const passes = [aPass({type: 'subscription'})]
    const entitlements = [anEntitlement({ends: stored(BOUGHT), passName: null})]
    expect(judged({passes, payments, entitlements}).repair?.changes).toEqual([
      {patch: {id: 'sub1', set: {passName: '10 Single Clip Card'}, unset: []}},
    ])
  })
})

describe('which of several is kept', () => {
  test('of two made in the same moment the one whose id comes first', () => {
    const twins = [anEntitlement({id: 'b'}), anEntitlement({id: 'a'})]
    for (const entitlements of [twins, twins.toReversed()]) {
      expect(judged({payments, entitlements})).toMatchObject({
        entitlements: ['a', 'b'],
        repair: {changes: [{patch: {id: 'b', set: {deactivationReason: 'duplicate of a'}}}]},
      })
    }
  })

  test('one by its own session and one by its history share the session', () => {
    const inPlace = anEntitlement({
      id: 'old',
      session: 'cs_live_0',
      paymentIntent: null,
      createdAt: BOUGHT - DAY,
      upgradeHistory: [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_1'}],
    })
    expect(judged({payments, entitlements: [inPlace, anEntitlement()]})).toMatchObject({
      verdict: 'duplicate',
      reasons: ['same_session'],
      confidence: 'certain',
      repair: {changes: [{patch: {id: 'sub1'}}]},
    })
    // What would be ended here is another payment's too.
    expect(judged({payments, entitlements: [inPlace, anEntitlement({classesLeft: 3})]})).toMatchObject({
      verdict: 'duplicate',
      confidence: 'check',
      repair: {changes: [{patch: {id: 'old'}}]},
    })
    // One such among those that would be ended is enough.
    const three = [inPlace, anEntitlement({classesLeft: 3}), anEntitlement({id: 'sub2'})]
    expect(judged({payments, entitlements: three})).toMatchObject({
      verdict: 'duplicate',
      confidence: 'check',
      repair: {changes: [{patch: {id: 'old'}}, {patch: {id: 'sub2'}}]},
    })
  })

  test('what is doubtful about the one that is kept is not written along', () => {
    const passes = [aPass({updatedAt: BOUGHT + 1})]
    const early = anEntitlement({ends: stored(BOUGHT + 60 * DAY)})
    const twice = [early, {...early, id: 'sub2', createdAt: BOUGHT + DAY}]
    const entry = judged({passes, payments, entitlements: twice})
    expect(entry).toMatchObject({verdict: 'duplicate', reasons: ['same_session'], confidence: 'certain'})
    expect(entry.repair?.changes).toMatchObject([{patch: {id: 'sub2'}}])
    expect(entry.repair?.changes).toHaveLength(1)
  })

  test('of several that are over nobody can tell which one it was, so none is put right in bulk', () => {
    const over = anEntitlement({passName: null, ends: stored(NOW - DAY)})
    const expected = {verdict: 'wrong_terms', reasons: ['name']}
    expect(judged({payments, entitlements: [over]})).toMatchObject({...expected, confidence: 'certain'})
    expect(judged({payments, entitlements: [over, {...over, id: 'sub2'}]})).toMatchObject({
      ...expected,
      confidence: 'check',
    })
  })

  test('one by the session and one by the intent share the payment intent', () => {
    const entitlements = [anEntitlement(), anEntitlement({id: 'sub2', session: null})]
    expect(judged({payments, entitlements}).reasons).toEqual(['same_payment_intent'])
  })
})

test('an extra pass that another payment upgraded waits for a person: ending it would say something of that one', () => {
  const extra = anEntitlement({id: 'old', createdAt: BOUGHT + DAY})
  const upgrade = aPayment({
    id: 'cs_live_2',
    paymentIntent: 'pi_2',
    charge: 'ch_2',
    names: someNames({upgradeFrom: 'old', clerkId: null}),
  })
  const facts = {payments: [aPayment(), upgrade], entitlements: [anEntitlement(), extra]}
  expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'duplicate', confidence: 'check'})
})

describe('money that went back', () => {
  test('of two passes one was upgraded in place: a person looks', () => {
    const refunded = aPayment({refunded: 200_000, fullyRefunded: true})
    const inPlace = anEntitlement({
      id: 'old',
      session: 'cs_live_0',
      paymentIntent: null,
      upgradeHistory: [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_1'}],
    })
    expect(judged({payments: [refunded], entitlements: [inPlace, anEntitlement()]})).toMatchObject({
      verdict: 'refunded',
      confidence: 'check',
      repair: null,
    })
  })

  test('fully refunded says so even where the amount was not', () => {
    const refunded = aPayment({fullyRefunded: true})
    expect(judged({payments: [refunded], entitlements: [anEntitlement()]})).toMatchObject({
      verdict: 'refunded',
      reasons: ['refunded'],
      confidence: 'certain',
    })
  })

  test('a pass for test money is ended with that for a reason', () => {
    const trial = aPayment({live: false})
    expect(judged({payments: [trial], entitlements: [anEntitlement()]}).repair?.changes).toMatchObject([
      {patch: {set: {active: false, deactivationReason: 'test_mode'}}},
    ])
  })
})

describe('linked and unpaid', () => {
  test('where nothing was to be paid only the session is linked', () => {
    const free = aPayment({paymentIntent: null, charge: null, chargePaymentIntent: null})
    const entry = judged({payments: [free], entitlements: [byHand({createdAt: BOUGHT + DAY})]})
    expect(entry.repair?.changes).toEqual([{patch: {id: 'hand1', set: {session: 'cs_live_1'}, unset: []}}])
  })

  test('given away on purpose is in order, for certain', () => {
    expect(judged({entitlements: [byHand({complimentary: true})]})).toMatchObject({
      verdict: 'matched',
      reasons: [],
      notes: ['complimentary'],
      confidence: 'certain',
      repair: null,
    })
  })

  test('made at the moment from which payments were read it is judged', () => {
    const read = [{account: 'acct_T', from: BOUGHT, to: NOW}]
    const made = (createdAt: number) => ({read, entitlements: [byHand({createdAt})]})
    expect(judged(made(BOUGHT))).toMatchObject({verdict: 'unpaid'})
    expect(() => judged(made(BOUGHT - 1))).toThrow('got 0')
  })

  test.each([
    ['a user document and no school', {student: 'u1', school: null}],
    ['a Clerk id and a school', {student: 'user_1', school: 'T'}],
  ])('%s: not made by the student', (_, fields) => {
    expect(judged({entitlements: [byHand(fields)]}).reasons).toEqual(['no_payment'])
  })

  test('a Clerk id and no school: made by the student', () => {
    const entitlements = [byHand({student: 'user_1', school: null})]
    expect(judged({entitlements}).reasons).toEqual(['self_service', 'no_payment'])
  })

  test('whose it is when neither it nor its pass says: its holder’s school', () => {
    const nowhere = {school: null, pass: null}
    expect(judged({entitlements: [byHand(nowhere)]}).verdict).toBe('unpaid')
    expect(() => judged({entitlements: [byHand({...nowhere, student: 'u9'})]})).toThrow('got 0')
    const [student] = someFacts().students
    if (student === undefined) throw new Error('nobody')
    expect(() => judged({students: [{...student, school: 'U'}], entitlements: [byHand(nowhere)]})).toThrow(
      'got 0',
    )
  })

  test('a session of another school that bought nothing here is only that', () => {
    const theirs = aPayment({account: 'acct_U', live: false, names: someNames({school: 'U', pass: 'PU'})})
    expect(
      entryOf('cs_live_1', {payments: [theirs], entitlements: [anEntitlement({school: 'U'})]}),
    ).toMatchObject({
      verdict: 'excluded',
      reasons: ['other_school'],
    })
  })
})
