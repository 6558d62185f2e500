import {describe, expect, test} from 'vitest'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {
  aPass,
  aPayment,
  aRecord,
  aStudent,
  anEntitlement,
  BOUGHT,
  byHand,
  someNames,
  stored,
} from './build-facts.ts'
import {plan} from './planning.ts'

const payments = [aPayment()]
const bo = aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})

describe('what a person writes with it', () => {
  test('is the reason of what is ended, and only of that', () => {
    const refunded = {
      payments: [aPayment({refunded: 200_000, fullyRefunded: true})],
      entitlements: [anEntitlement()],
    }
    const ended = (deactivationReason: string) => [
      {
        patch: {
          id: 'sub1',
          set: {active: false, deactivationReason, deactivatedBy: '@actor', deactivatedAt: '@now'},
          unset: [],
        },
      },
    ]
    expect(plan(refunded, {kind: 'revoke'})).toMatchObject({changes: ended('refunded'), reason: null})
    expect(plan(refunded, {kind: 'revoke', reason: 'paid back'})).toMatchObject({
      changes: ended('paid back'),
      reason: 'paid back',
    })
    const twice = {payments, entitlements: [anEntitlement({school: null}), anEntitlement({id: 'sub2'})]}
    expect(plan(twice, {kind: 'revoke', reason: 'twice'})).toMatchObject({
      changes: [
        {patch: {id: 'sub2', set: {deactivationReason: 'twice'}}},
        {patch: {id: 'sub1', set: {school: 'T'}, unset: []}},
      ],
    })
    expect(plan({payments}, {reason: 'why not'})).toMatchObject({changes: [{create: {}}], reason: 'why not'})
  })

  test('ends, by hand, only what is active', () => {
    const partly = {
      payments: [aPayment({refunded: 1})],
      entitlements: [anEntitlement(), anEntitlement({id: 'sub2', active: false})],
    }
    expect(plan(partly, {kind: 'revoke', reason: 'agreed'})).toMatchObject({
      verdict: 'refunded',
      changes: [{patch: {id: 'sub1', set: {deactivationReason: 'agreed'}}}],
    })
  })

  test('says why it was given away', () => {
    const marked = (why: object) => [
      {
        patch: {
          id: 'hand1',
          set: {complimentary: true, complimentaryBy: '@actor', complimentaryAt: '@now', ...why},
          unset: [],
        },
      },
    ]
    const wish = {subject: {entitlement: 'hand1'}, kind: 'mark_complimentary' as const}
    const free = {entitlements: [byHand({price: 0})]}
    expect(plan(free, wish)).toMatchObject({changes: marked({})})
    for (const facts of [free, {entitlements: [byHand()]}]) {
      const given = plan(facts, {...wish, reason: 'teacher'})
      expect('refused' in given ? given : given.changes).toEqual(marked({complimentaryReason: 'teacher'}))
    }
  })
})

describe('a plan knows', () => {
  test('whose pass and which payment an entitlement stands for', () => {
    const entitlements = [byHand({createdAt: BOUGHT + DAY}), byHand({id: 'hand2', student: 'u2', pass: 'P9'})]
    const facts = {students: [aStudent(), bo], payments, entitlements}
    expect(plan(facts, {subject: {entitlement: 'hand1'}, kind: 'link'})).toMatchObject({
      payment: 'cs_live_1',
      verdict: 'unlinked',
    })
    expect(plan(facts, {subject: {entitlement: 'hand2'}, kind: 'revoke', reason: 'no'})).toMatchObject({
      payment: null,
      account: null,
      live: null,
      student: 'u2',
      changes: [{patch: {id: 'hand2'}}],
    })
    const leftover = {payments, entitlements: [anEntitlement(), byHand({createdAt: BOUGHT + DAY})]}
    for (const entitlement of ['sub1', 'hand1']) {
      expect(plan(leftover, {subject: {entitlement}, kind: 'revoke'})).toMatchObject({verdict: 'duplicate'})
    }
  })

  test('that somebody is editing what it touches', () => {
    const draft = {id: 'old', type: 'subscription', session: null, paymentIntent: null}
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'old', newPassPrice: 2000, upgradeCost: 2000})
    const old = anEntitlement({id: 'old', pass: 'P2', session: 'cs_live_0', paymentIntent: null})
    const half = {payments: [aPayment({names})], entitlements: [old]}
    const notes = (drafts: Facts['drafts']) => {
      const planned = plan({...half, drafts}, {kind: 'complete_upgrade'})
      return 'refused' in planned ? planned : planned.notes
    }
    expect(notes([draft])).toEqual(['open_draft'])
    expect(notes([{...draft, id: 'other'}])).toEqual([])
    const editing = {
      payments,
      entitlements: [anEntitlement({school: null})],
      drafts: [{...draft, id: 'sub1'}],
    }
    expect(plan(editing, {kind: 'correct'})).toMatchObject({notes: ['open_draft']})
  })

  test('that what it gives ends on a date of its own, also beside what it ends', () => {
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'old', newPassPrice: 2000, upgradeCost: 2000})
    const old = anEntitlement({id: 'old', pass: 'P2', session: 'cs_live_0', paymentIntent: null})
    const half = {payments: [aPayment({names})], entitlements: [old]}
    const dated = aPass({validity: 'date', expiry: stored(BOUGHT + 90 * DAY)})
    for (const [pass, fixedEnd] of [
      [aPass(), false],
      [dated, true],
    ] as const) {
      expect(plan({...half, passes: [pass]}, {kind: 'complete_upgrade'})).toMatchObject({fixedEnd})
    }
  })

  test('how many records its subject has, by payment or by entitlement', () => {
    const records = [
      aRecord({id: 'passRepair.hand1.1', payment: null, entitlements: ['hand1'], kind: 'dismiss'}),
      aRecord({id: 'passRepair.hand1.2', payment: null, entitlements: ['hand1', 'sub9'], kind: 'dismiss'}),
      aRecord({id: 'passRepair.cs_live_9.1', payment: 'cs_live_9', entitlements: []}),
    ]
    const facts = {entitlements: [byHand()], records}
    expect(plan(facts, {subject: {entitlement: 'hand1'}, kind: 'revoke', reason: 'x'})).toMatchObject({
      records: 2,
      revs: {hand1: 'r1'},
    })
  })
})
