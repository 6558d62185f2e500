import {describe, expect, test} from 'vitest'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import {automaticRepair, type AutomaticRules} from '../../plugin/core/reconcile/automatic.ts'
import {fingerprintOf} from '../../plugin/core/reconcile/fingerprint.ts'
import {made, old, passes, upgrade} from './an-upgrade.ts'
import {aPayment, anEntitlement, aRecord, aStudent, BOUGHT, byHand, NOW, someNames} from './build-facts.ts'
import {entryOf} from './judged.ts'

const paid = aPayment()
const allBack = aPayment({refunded: 200_000, fullyRefunded: true})
const on: AutomaticRules = {automaticSince: BOUGHT - DAY, autoRevoke: true}

/** What may be written for the one payment of a school, switched on a day before it was paid. */
function automatic(facts: Partial<Facts> & Pick<Facts, 'payments'>, rules: Partial<AutomaticRules> = {}) {
  const [payment] = facts.payments
  return automaticRepair(entryOf(payment?.id ?? '', facts), payment, {...on, ...rules})
}

describe('written without a person', () => {
  test('a paid pass that nobody granted', () => {
    expect(automatic({payments: [paid]})).toEqual({kind: 'grant'})
  })

  test('one that only the product’s own metadata names', () => {
    const product = someNames()
    const lines = [{description: '10 Single Clip Card', quantity: 1, product}]
    const payments = [aPayment({names: someNames({pass: null}), lines})]
    expect(automatic({payments})).toEqual({kind: 'grant'})
  })

  test.each([
    ['both halves of an upgrade', [old]],
    ['the half that ends the old pass', [old, made]],
    ['that half, and the school that the new one forgot', [old, {...made, school: null}]],
  ])('%s', (_, entitlements) => {
    expect(automatic({payments: [upgrade], entitlements, passes})).toEqual({kind: 'complete_upgrade'})
  })

  test('the school that a pass forgot to name', () => {
    const entitlements = [anEntitlement({school: null})]
    expect(automatic({payments: [paid], entitlements})).toEqual({kind: 'correct'})
  })

  test('the end of a pass whose money went back whole', () => {
    const entitlements = [anEntitlement()]
    expect(automatic({payments: [allBack], entitlements})).toEqual({kind: 'revoke'})
  })
})

describe('left to a person', () => {
  test.each<[string, Partial<Facts> & Pick<Facts, 'payments'>]>([
    ['a payer who is known by an email only', {payments: [aPayment({names: someNames({clerkId: null})})]}],
    ['an amount that is not what was agreed', {payments: [aPayment({names: someNames({finalPrice: 20})})]}],
    ['nobody who could be the payer', {payments: [paid], students: []}],
    ['a pass made by hand that fits', {payments: [paid], entitlements: [byHand()]}],
    ['a second pass for one payment', {payments: [paid], entitlements: [anEntitlement(), made2()]}],
    [
      'another pass than was paid for',
      {payments: [paid], entitlements: [anEntitlement({pass: 'P2'})], passes},
    ],
    ['terms that cannot be', {payments: [paid], entitlements: [anEntitlement({classesLeft: -1})]}],
    [
      'terms that cannot be, of a pass without school',
      {payments: [paid], entitlements: [anEntitlement({school: null, passName: null})]},
    ],
    [
      'a pass without school whose holder is in doubt',
      {payments: [paid], entitlements: [anEntitlement({school: null, student: 'nobody'})]},
    ],
    ['a pass of another school', {payments: [paid], entitlements: [anEntitlement({school: 'U'})]}],
    ['a student who is not yet admitted', {payments: [paid], ...pending()}],
    [
      'an upgrade whose new pass has impossible terms',
      {payments: [upgrade], entitlements: [old, {...made, classesLeft: -1}], passes},
    ],
    ['a lost dispute', {payments: [aPayment({dispute: 'lost'})], entitlements: [anEntitlement()]}],
    ['money that went back in part', {payments: [aPayment({refunded: 1})], entitlements: [anEntitlement()]}],
    ['what was granted before and is gone', {payments: [paid], records: [aRecord()]}],
  ])('%s', (_, facts) => {
    expect(automatic(facts)).toEqual({waits: 'for_a_person'})
  })

  test('a document named after the payment that somebody made into something else', () => {
    const own = anEntitlement({
      id: 'subscription-cs_live_1',
      pass: 'P2',
      session: null,
      paymentIntent: null,
      active: false,
    })
    const facts = {payments: [paid], entitlements: [own], passes}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'missing', confidence: 'certain'})
    expect(automatic(facts)).toEqual({waits: 'for_a_person'})
  })

  test('a mismatch that somebody dismissed', () => {
    const fingerprint = fingerprintOf(entryOf('cs_live_1', {payments: [paid]}))
    const records = [aRecord({kind: 'dismiss', entitlements: [], fingerprint, reason: 'paid in cash too'})]
    expect(automatic({payments: [paid], records})).toEqual({waits: 'dismissed'})
  })

  test('what was paid before automatic writing was switched on', () => {
    const rules = {automaticSince: BOUGHT + MINUTE}
    expect(automatic({payments: [paid]}, rules)).toEqual({waits: 'paid_before'})
    expect(automatic({payments: [allBack], entitlements: [anEntitlement()]}, rules)).toEqual({
      waits: 'paid_before',
    })
  })

  test('a checkout opened before and paid after counts by when it was paid', () => {
    const payments = [aPayment({paidAt: BOUGHT + 2 * MINUTE})]
    expect(automatic({payments}, {automaticSince: BOUGHT + MINUTE})).toEqual({kind: 'grant'})
  })

  test('everything while it is switched off', () => {
    expect(automatic({payments: [paid]}, {automaticSince: null})).toEqual({waits: 'switched_off'})
  })

  test('full refunds, where the school wants to end passes itself', () => {
    const entitlements = [anEntitlement()]
    expect(automatic({payments: [allBack], entitlements}, {autoRevoke: false})).toEqual({waits: 'revoke_off'})
    expect(automatic({payments: [paid]}, {autoRevoke: false})).toEqual({kind: 'grant'})
  })
})

describe('nothing to write', () => {
  test.each([
    ['a pass that is there', {payments: [paid], entitlements: [anEntitlement()]}],
    ['a checkout that nobody paid', {payments: [aPayment({paid: false, status: 'open'})]}],
    ['what was paid a moment ago', {payments: [aPayment({createdAt: NOW - MINUTE})]}],
  ])('%s', (_, facts) => {
    expect(automatic(facts)).toEqual({waits: 'in_order'})
  })
})

function made2() {
  return anEntitlement({id: 'sub2'})
}

function pending() {
  return {entitlements: [anEntitlement()], students: [aStudent({role: 'pending'})]}
}
