import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {aPass, aPayment, aStudent, BOUGHT, byHand, NOW, stored} from './build-facts.ts'
import {entriesOf, judged} from './judged.ts'

describe('an active pass for which no payment was found', () => {
  test('is reviewed by a person, never ended by itself', () => {
    expect(judged({entitlements: [byHand()]})).toMatchObject({
      key: 'hand1',
      payment: null,
      entitlements: ['hand1'],
      student: 'u1',
      pass: 'P3',
      verdict: 'unpaid',
      reasons: ['no_payment'],
      confidence: 'check',
      repair: null,
    })
  })

  test('upgraded in place by payments that were not found', () => {
    const upgradeHistory = [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_unknown'}]
    expect(judged({payments: [], entitlements: [byHand({upgradeHistory})]})).toMatchObject({
      verdict: 'unpaid',
      reasons: ['no_payment'],
    })
  })

  test('an id that Stripe does not know', () => {
    const entitlements = [byHand({session: 'cs_live_ada'})]
    const entry = judged({entitlements, denied: ['cs_live_ada']})
    expect(entry).toMatchObject({verdict: 'unpaid', reasons: ['unknown_reference', 'no_payment']})
  })

  test('an id that nobody could ask for says nothing against a payment', () => {
    expect(judged({entitlements: [byHand({session: 'cs_live_old'})]})).toMatchObject({
      reasons: ['unconfirmed_reference'],
    })
  })

  test('words that somebody made up are no ids', () => {
    for (const paymentIntent of ['manual_1772', 'paid with pi_1772', 'cs_live_a1 of Ada']) {
      expect(judged({entitlements: [byHand({paymentIntent})]})).toMatchObject({
        reasons: ['no_payment', 'unconfirmed_reference'],
      })
    }
  })

  test('for nothing: say that it was given away', () => {
    expect(judged({entitlements: [byHand({price: 0})]})).toMatchObject({
      verdict: 'unpaid',
      reasons: ['complimentary', 'no_payment'],
      repair: {
        kind: 'mark_complimentary',
        changes: [
          {
            patch: {
              id: 'hand1',
              set: {complimentary: true, complimentaryBy: '@actor', complimentaryAt: '@now'},
              unset: [],
            },
          },
        ],
      },
    })
  })

  test('marked as given away it is in order', () => {
    expect(judged({entitlements: [byHand({complimentary: true})]})).toMatchObject({
      verdict: 'matched',
      notes: ['complimentary'],
      repair: null,
    })
  })

  test('made by the student’s own browser: Clerk id, no school, no ids', () => {
    expect(judged({entitlements: [byHand({student: 'user_1', school: null})]})).toMatchObject({
      reasons: ['self_service', 'no_payment'],
    })
  })

  test.each<[string, Partial<Entitlement>]>([
    ['inactive', {active: false}],
    ['over', {ends: stored(NOW - DAY)}],
    ['another school’s', {school: 'U'}],
  ])('%s: nothing to say', (_, fields) => {
    expect(entriesOf({entitlements: [byHand(fields)]})).toEqual([])
  })

  test('without school it is its pass’s school', () => {
    const passes = [aPass({school: 'U'})]
    expect(entriesOf({passes, entitlements: [byHand({school: null})]})).toEqual([])
    expect(entriesOf({passes, entitlements: [byHand({school: null, pass: 'gone'})]})).toHaveLength(1)
  })

  test('absence from a page is not evidence', () => {
    const read = [{account: 'acct_T', from: BOUGHT, to: NOW}]
    const before = byHand({createdAt: BOUGHT - DAY})
    expect(entriesOf({read, entitlements: [before]})).toEqual([])
    expect(entriesOf({read, entitlements: [{...before, session: 'cs_live_old'}]})).toEqual([])
    expect(
      judged({read, denied: ['cs_live_x'], entitlements: [{...before, session: 'cs_live_x'}]}),
    ).toMatchObject({
      reasons: ['unknown_reference', 'no_payment'],
    })
    expect(judged({read, entitlements: [byHand()]})).toMatchObject({reasons: ['no_payment']})
  })

  test('a student of one school may buy at another', () => {
    const guest = aStudent({school: 'U'})
    expect(judged({students: [guest], payments: [aPayment()]})).toMatchObject({
      verdict: 'missing',
      student: 'u1',
    })
  })
})

describe('one bad record is one bad row', () => {
  test('it says which field, and everything else still comes out', () => {
    const unreadable = [
      {source: 'payment' as const, id: 'cs_live_9', type: null, field: 'amount_total'},
      {source: 'document' as const, id: 'sub9', type: 'subscription', field: 'user'},
      {source: 'document' as const, id: null, type: 'pass', field: '_id'},
      {source: 'payment' as const, id: null, type: null, field: 'id'},
    ]
    const entries = entriesOf({unreadable, payments: [aPayment()]})
    expect(entries.map(({key, verdict}) => [key, verdict])).toEqual([
      ['cs_live_1', 'missing'],
      ['cs_live_9', 'unreadable'],
      ['sub9', 'unreadable'],
      ['unreadable-1', 'unreadable'],
      ['unreadable-2', 'unreadable'],
    ])
    expect(entries[1]).toMatchObject({
      payment: 'cs_live_9',
      reasons: ['unreadable_payment'],
      confidence: 'check',
      evidence: [{kind: 'unreadable_field', field: 'amount_total'}],
      repair: null,
    })
    expect(entries[2]).toMatchObject({entitlements: ['sub9'], reasons: ['unreadable_document']})
  })

  test('a payment read twice is one payment', () => {
    const later = aPayment({refunded: 200_000, fullyRefunded: true})
    expect(judged({payments: [aPayment(), later]})).toMatchObject({notes: ['refunded_nothing_granted']})
    expect(judged({payments: [later, aPayment()]})).toMatchObject({notes: ['refunded_nothing_granted']})
  })
})
