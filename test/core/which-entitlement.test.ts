import {describe, expect, test} from 'vitest'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {
  aPass,
  aPayment,
  anEntitlement,
  BOUGHT,
  byHand,
  NOW,
  someNames,
  stored,
  NO_NAMES,
} from './build-facts.ts'
import {entriesOf, entryOf, judged} from './judged.ts'

describe('which entitlement carries the payment', () => {
  const withoutIds = {session: null, paymentIntent: null}

  test('a charge’s id, or that of the intent that the charge names, is as good', () => {
    const paid = aPayment({paymentIntent: 'pi_a', charge: 'ch_a', chargePaymentIntent: 'pi_b'})
    for (const [paymentIntent, kind] of [
      ['pi_a', 'same_payment_intent'],
      ['ch_a', 'same_charge'],
      ['pi_b', 'same_charge'],
    ] as const) {
      const entry = judged({payments: [paid], entitlements: [anEntitlement({session: null, paymentIntent})]})
      expect(entry.verdict).toBe('matched')
      expect(entry.evidence[0]).toEqual({kind})
    }
  })

  test('an intent stands above a charge', () => {
    const first = aPayment({id: 'cs_live_1', charge: 'ch_x'})
    const second = aPayment({id: 'cs_live_2'})
    const held = anEntitlement({session: 'ch_x', paymentIntent: 'pi_cs_live_2'})
    expect(entryOf('cs_live_2', {payments: [first, second], entitlements: [held]}).entitlements).toEqual([
      'sub1',
    ])
    expect(entryOf('cs_live_1', {payments: [first, second], entitlements: [held]}).entitlements).toEqual([])
  })

  test('of two payments with one intent the first by its id has it, whichever was read first', () => {
    const payments = ['cs_live_2', 'cs_live_1', 'cs_live_3'].map((id) =>
      aPayment({id, paymentIntent: 'pi_same'}),
    )
    const entitlements = [anEntitlement({session: null, paymentIntent: 'pi_same'})]
    for (const read of [payments, payments.toReversed()]) {
      expect(entryOf('cs_live_1', {payments: read, entitlements}).entitlements).toEqual(['sub1'])
      expect(entryOf('cs_live_2', {payments: read, entitlements}).entitlements).toEqual([])
    }
  })

  test('one that carries the session and has it in its history stands once', () => {
    const history = [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_1'}]
    const entitlements = [anEntitlement({upgradeHistory: history}), anEntitlement({id: 'sub2'})]
    expect(judged({payments: [aPayment()], entitlements}).entitlements).toEqual(['sub1', 'sub2'])
    const stranger = [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_0'}]
    expect(
      judged({payments: [aPayment()], entitlements: [anEntitlement({upgradeHistory: stranger})]}).notes,
    ).toContain('in_place_upgrade')
  })

  test('of those that stand, an active one is judged, then one that ended, then one ended by hand', () => {
    const school = (held: Partial<Entitlement>, at: number) =>
      anEntitlement({createdAt: BOUGHT + at * MINUTE, id: `sub${at}`, ...held})
    const judgedBy = (...entitlements: Entitlement[]) =>
      entryOf('cs_live_1', {payments: [aPayment()], entitlements})
    const byReason = school({active: false, deactivationReason: 'moved'}, 1)
    const plain = school({active: false}, 2)
    const over = school({ends: stored(NOW), passName: null}, 3)
    const good = school({school: null}, 4)
    expect(judgedBy(byReason, plain)).toMatchObject({verdict: 'hidden', reasons: ['inactive']})
    expect(judgedBy(byReason, plain, over)).toMatchObject({verdict: 'wrong_terms', reasons: ['name']})
    expect(judgedBy(byReason, plain, over, good)).toMatchObject({
      verdict: 'hidden',
      reasons: ['school_absent'],
    })
    expect(judgedBy(school({passName: null}, 1), school({}, 2)).reasons).toEqual(['same_session', 'name'])
    expect(judgedBy(over, school({ends: stored(NOW)}, 5))).toMatchObject({reasons: ['name']})
  })

  test('what was ended by an upgrade is not a hidden pass', () => {
    for (const away of [{upgradedAt: stored(BOUGHT + DAY)}, {upgradedToPass: 'P9'}]) {
      const entry = judged({payments: [aPayment()], entitlements: [anEntitlement({active: false, ...away})]})
      expect(entry).toMatchObject({verdict: 'matched', notes: ['upgraded_away']})
    }
  })

  const hands = (...days: number[]) =>
    days.map((day) => byHand({id: `hand${day}`, createdAt: BOUGHT + day * DAY, ...withoutIds}))

  test('by hand: in the order of time, whichever was read first', () => {
    const payments = [0, 20].map((day) =>
      aPayment({id: `cs_live_${day}`, createdAt: BOUGHT - (30 - day) * DAY}),
    )
    const held = hands(-29, -9)
    for (const [read, entitlements] of [
      [payments, held],
      [payments.toReversed(), held.toReversed()],
    ] as const) {
      const of = (key: string) =>
        entryOf(key, {payments: [...read], entitlements: [...entitlements]}).entitlements
      expect([of('cs_live_0'), of('cs_live_20')]).toEqual([['hand-29'], ['hand-9']])
    }
  })

  test('by hand: twins are taken by their ids', () => {
    const payments = ['cs_live_2', 'cs_live_1'].map((id) => aPayment({id}))
    const twins = ['b', 'a'].map((id) => byHand({id, createdAt: BOUGHT + DAY}))
    for (const [read, entitlements] of [
      [payments, twins],
      [payments.toReversed(), twins.toReversed()],
    ] as const) {
      const of = (key: string) =>
        entryOf(key, {payments: [...read], entitlements: [...entitlements]}).entitlements
      expect([of('cs_live_1'), of('cs_live_2')]).toEqual([['b'], ['a']])
    }
  })

  test('by hand: from the moment of the payment to the end of the fourteenth day', () => {
    const linked = (at: number) =>
      entryOf(
        'cs_live_1',
        {payments: [aPayment()], entitlements: [byHand({createdAt: BOUGHT + at})]},
        {now: BOUGHT + 30 * DAY},
      ).verdict
    expect([linked(-1), linked(0), linked(14 * DAY), linked(14 * DAY + 1)]).toEqual([
      'missing',
      'unlinked',
      'unlinked',
      'missing',
    ])
  })

  test('by hand: what somebody ended is not linked, but what an upgrade ended is', () => {
    const [hand] = hands(1)
    const of = (words: Partial<Entitlement>) =>
      judged({payments: [aPayment()], entitlements: [{...byHand(), ...hand, ...words}]})
    expect(of({active: false})).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted', 'similar_entitlement'],
    })
    expect(of({active: false, upgradedToPass: 'P9'})).toMatchObject({verdict: 'unlinked'})
    expect(entriesOf({payments: [aPayment()], entitlements: [{...byHand(), pass: null}]})).toHaveLength(2)
  })

  test.each<[string, Partial<Payment>]>([
    ['another school’s', {account: 'acct_U', names: someNames({school: 'U'})}],
    ['test', {live: false}],
    ['unpaid', {paid: false}],
    ['refunded', {refunded: 200_000, fullyRefunded: true}],
    ['a class’s', {names: {...NO_NAMES, clerkId: 'user_1', pass: 'P3', sale: 'class'}}],
  ])('by hand: %s money takes nothing from money that counts', (_, words) => {
    const other = aPayment({id: 'cs_live_2', createdAt: BOUGHT + 2 * MINUTE, ...words})
    const facts = {payments: [aPayment(), other], entitlements: hands(1)}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'unlinked', entitlements: ['hand1']})
    expect(entryOf('cs_live_2', facts).entitlements).toEqual([])
  })

  test('by hand: another school’s money takes nothing, also where its pass names no school', () => {
    const passes = [aPass({school: null})]
    const theirs = aPayment({account: 'acct_U', names: someNames({school: 'U'})})
    expect(entriesOf({passes, payments: [theirs], entitlements: hands(1)})).toMatchObject([
      {key: 'hand1', verdict: 'unpaid'},
      {key: 'cs_live_1', verdict: 'excluded', entitlements: []},
    ])
  })

  test('by hand: what is one payment’s is no reason to doubt the next', () => {
    const next = aPayment({id: 'cs_live_2', createdAt: BOUGHT + 2 * DAY})
    const facts = {payments: [aPayment(), next], entitlements: hands(1)}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'unlinked'})
    expect(entryOf('cs_live_2', facts)).toMatchObject({verdict: 'missing', confidence: 'certain'})
  })

  test('by hand: who was granted one already takes none from who was not', () => {
    const other = aPayment({id: 'cs_live_2', createdAt: BOUGHT + MINUTE})
    const own = (words: Partial<Entitlement>) =>
      anEntitlement({id: 'own', session: 'cs_live_2', paymentIntent: 'pi_cs_live_2', ...words})
    for (const words of [{}, {ends: stored(NOW - DAY)}, {active: false, upgradedToPass: 'P9'}]) {
      const facts = {payments: [aPayment(), other], entitlements: [own(words), ...hands(1)]}
      expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'unlinked', entitlements: ['hand1']})
    }
  })

  test('by hand: a leftover is one that is active, of a payment whose own is active, and that nobody upgraded', () => {
    const of = (own: Partial<Entitlement>, hand: Partial<Entitlement> = {}, more: Payment[] = []) =>
      entryOf('cs_live_1', {
        payments: [aPayment(), ...more],
        entitlements: [anEntitlement(own), ...hands(1).map((one) => Object.assign(one, hand))],
      }).entitlements
    expect(of({})).toEqual(['sub1', 'hand1'])
    expect(of({ends: stored(NOW - DAY)})).toEqual(['sub1'])
    expect(of({}, {ends: stored(NOW - DAY)})).toEqual(['sub1'])
    expect(of({}, {active: false})).toEqual(['sub1'])
    expect(of({}, {createdAt: BOUGHT + 14 * DAY})).toEqual(['sub1', 'hand1'])
    expect(of({}, {createdAt: BOUGHT})).toEqual(['sub1', 'hand1'])
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'hand1', pass: 'P9'})
    expect(of({}, {}, [aPayment({id: 'cs_live_9', names, createdAt: BOUGHT + 2 * DAY})])).toEqual(['sub1'])
  })

  test('by hand: leftovers belong to the latest payment before them', () => {
    const later = aPayment({id: 'cs_live_2', createdAt: BOUGHT + 3 * DAY})
    const own = anEntitlement({
      id: 'own2',
      session: 'cs_live_2',
      paymentIntent: null,
      createdAt: BOUGHT + 3 * DAY,
    })
    const facts = {payments: [later, aPayment()], entitlements: [own, anEntitlement(), ...hands(4, 1, 5)]}
    expect(entryOf('cs_live_1', facts).entitlements).toEqual(['sub1', 'hand1'])
    expect(entryOf('cs_live_2', facts).entitlements).toEqual(['own2', 'hand4', 'hand5'])
  })

  test('by hand: one that ends in the moment of the payment, or has no end, may be the payment’s', () => {
    const before = (ends: Entitlement['ends']) =>
      entryOf('cs_live_1', {payments: [aPayment()], entitlements: [byHand({createdAt: BOUGHT - DAY, ends})]})
        .reasons
    const similar = ['nothing_granted', 'similar_entitlement']
    expect(before(stored(BOUGHT))).toEqual(similar)
    expect(before(null)).toEqual(similar)
    expect(before(stored(BOUGHT - 1))).toEqual(['nothing_granted'])
  })
})
