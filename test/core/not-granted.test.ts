import {describe, expect, test} from 'vitest'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {
  aPass,
  aPayment,
  aRecord,
  anEntitlement,
  BOUGHT,
  byHand,
  NOW,
  someNames,
  stored,
} from './build-facts.ts'
import {entryOf, judged} from './judged.ts'

function paid(payment: Partial<Payment> = {}, pass: Partial<Pass> = {}) {
  return judged({passes: [aPass(pass)], payments: [aPayment(payment)]})
}

describe('paid, and nothing granted', () => {
  test('is granted with the earned terms, under an id that can be made only once', () => {
    expect(paid()).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted'],
      confidence: 'certain',
      repair: {
        kind: 'grant',
        changes: [
          {
            create: {
              id: 'subscription-cs_live_1',
              fields: {
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
              },
            },
          },
        ],
      },
    })
  })

  test.each([
    ['single', {type: 'single', classesLimit: null}, {type: 'single', classesLeft: 1}],
    ['multi', {type: 'multi', classesLimit: 7}, {type: 'clipcard', classesLeft: 7}],
    ['multi-pass', {type: 'multi-pass', classesLimit: 2}, {type: 'multi-pass', classesLeft: 2}],
  ])('a pass of type %s', (_, pass, fields) => {
    expect(paid({}, pass).repair?.changes).toMatchObject([{create: {fields}}])
  })

  test('unlimited carries no count at all', () => {
    const [change] = paid({}, {type: 'unlimited', classesLimit: null}).repair?.changes ?? []
    expect(change).toMatchObject({create: {fields: {type: 'monthly'}}})
    expect(change).not.toHaveProperty('create.fields.classesLeft')
  })

  test('a pass with a date ends on it, whenever it was bought', () => {
    const expiry = stored(NOW + 5 * DAY)
    expect(paid({}, {validity: 'date', expiry}).repair?.changes).toMatchObject([
      {create: {fields: {starts: BOUGHT, ends: NOW + 5 * DAY}}},
    ])
  })

  test('what the session says of the price is written with it', () => {
    const names = someNames({originalPrice: 2500, finalPrice: 2000, discount: 500, promoCode: 'W20'})
    expect(paid({names}).repair?.changes).toMatchObject([
      {
        create: {
          fields: {originalPrice: 2500, finalPrice: 2000, discount: 500, promoCode: 'W20', price: 2000},
        },
      },
    ])
  })

  test('with nothing to pay there is no payment intent, and none is written', () => {
    const free = {
      total: {minor: 0, currency: 'nok'},
      paymentIntent: null,
      charge: null,
      chargePaymentIntent: null,
    }
    const facts = {payments: [aPayment(free)], entitlements: [byHand({student: 'u9', pass: 'P9'})]}
    const {repair, verdict, confidence} = entryOf('cs_live_1', facts)
    expect([verdict, confidence]).toEqual(['missing', 'certain'])
    expect(repair?.changes[0]).not.toHaveProperty('create.fields.paymentIntent')
  })

  test.each([
    ['a type that nothing can grant', {type: 'subscription'}],
    ['no validity', {validityDays: null}],
    ['no limit', {classesLimit: null}],
    ['a limit of none', {classesLimit: 0}],
    ['a date that cannot be read', {validity: 'date', expiry: {text: 'summer', at: null}}],
    ['a date that was over when it was sold', {validity: 'date', expiry: stored(BOUGHT - DAY)}],
  ])('%s: there is no default', (_, pass) => {
    expect(paid({}, pass)).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted', 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    })
  })

  test('over already: a person chooses from when it counts', () => {
    expect(paid({}, {validityDays: 1})).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted', 'expired_at_grant'],
      confidence: 'check',
      repair: {kind: 'choose', changes: [], choices: [{start: 'paid'}, {start: 'today'}]},
    })
  })

  test.each([
    ['another currency', {total: {minor: 200_000, currency: 'eur'}}, 'other_currency'],
    ['another amount than was named', {names: someNames({finalPrice: 1999})}, 'amount_differs'],
    [
      'several lines',
      {
        lines: [
          {description: 'a', quantity: 1, product: null},
          {description: 'b', quantity: 1, product: null},
        ],
      },
      'several_items',
    ],
    ['two of one', {lines: [{description: 'a', quantity: 2, product: null}]}, 'several_items'],
    ['a part refunded', {refunded: 100}, 'partially_refunded'],
    ['an open dispute', {dispute: 'open'}, 'dispute_open'],
  ] as const)('%s: look before granting', (_, payment, reason) => {
    const lines = 'lines' in payment ? [...payment.lines] : aPayment().lines
    expect(paid({...payment, lines})).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted', reason],
      confidence: 'check',
      repair: {kind: 'grant'},
    })
  })

  test('the application of another platform is worth a look', () => {
    const payments = [aPayment({application: 'ca_other'})]
    expect(judged({payments}, {application: 'ca_ours'})).toMatchObject({
      reasons: ['nothing_granted', 'foreign_application'],
      confidence: 'check',
    })
    expect(judged({payments})).toMatchObject({confidence: 'certain'})
  })

  test('a price in whole yen is not a hundredth of it', () => {
    const payment = {total: {minor: 2000, currency: 'jpy'}, names: someNames({finalPrice: 2000})}
    expect(paid(payment).reasons).toEqual(['nothing_granted', 'other_currency'])
  })

  test('a draft that names the payment is somebody’s work in progress', () => {
    const drafts = [{id: 'new', type: 'subscription', session: 'cs_live_1', paymentIntent: null}]
    expect(judged({payments: [aPayment()], drafts})).toMatchObject({
      reasons: ['nothing_granted', 'draft_only'],
      confidence: 'check',
    })
  })

  test('granted before and gone: it was deleted', () => {
    expect(judged({payments: [aPayment()], records: [aRecord()]})).toMatchObject({
      reasons: ['nothing_granted', 'was_deleted'],
      confidence: 'check',
    })
  })

  test('undone: the inactive one is made active again, never made twice', () => {
    const undo = aRecord({
      id: 'passRepair.cs_live_1.2',
      undoes: 'passRepair.cs_live_1.1',
      at: BOUGHT + 2 * DAY,
    })
    const own = anEntitlement({id: 'subscription-cs_live_1', active: false, deactivationReason: 'undone'})
    expect(judged({payments: [aPayment()], records: [aRecord(), undo], entitlements: [own]})).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted', 'undone'],
      confidence: 'check',
      repair: {
        kind: 'grant',
        changes: [
          {
            patch: {
              id: 'subscription-cs_live_1',
              set: {active: true},
              unset: ['deactivationReason', 'deactivatedBy', 'deactivatedAt'],
            },
          },
        ],
      },
    })
  })
})

describe('paid a moment ago', () => {
  const lately = aPayment({createdAt: NOW - 9 * MINUTE})

  test('the webhook may follow', () => {
    expect(judged({payments: [lately]})).toMatchObject({
      verdict: 'in_transit',
      reasons: ['webhook_may_follow'],
      confidence: 'certain',
      repair: null,
    })
    expect(judged({payments: [lately]}, {transitMinutes: 5})).toMatchObject({verdict: 'missing'})
  })

  test('a checkout opened two hours before it was paid counts from the payment', () => {
    const payment = aPayment({createdAt: NOW - 120 * MINUTE, paidAt: NOW - 3 * MINUTE})
    expect(judged({payments: [payment]})).toMatchObject({verdict: 'in_transit'})
  })

  test('an upgrade paid a moment ago is not half done yet', () => {
    const old = anEntitlement({id: 'old', session: 'cs_live_0', paymentIntent: null})
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'old'})
    const facts = {payments: [aPayment({createdAt: NOW - MINUTE, names})], entitlements: [old]}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'in_transit'})
  })
})
