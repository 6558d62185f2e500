import {describe, expect, test} from 'vitest'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {
  aPass,
  aPayment,
  aRecord,
  anEntitlement,
  BOUGHT,
  NO_NAMES,
  NOW,
  someFacts,
  someNames,
} from './build-facts.ts'
import {entryOf, judged} from './judged.ts'

/** Why a payment for which nothing was granted is not simply granted. */
function doubts(fields: Partial<Payment>, facts: Parameters<typeof judged>[0] = {}, options = {}) {
  const entry = judged({...facts, payments: [aPayment(fields)]}, options)
  expect(entry.reasons[0]).toBe('nothing_granted')
  return {reasons: entry.reasons.slice(1), confidence: entry.confidence}
}

const NONE = {reasons: [], confidence: 'certain'}
const line = {description: '10 Single Clip Card', quantity: 1, product: null}

describe('what is in the basket', () => {
  test('one line of one piece is as it should be, and lines that nobody read say nothing', () => {
    expect(doubts({lines: [line]})).toEqual(NONE)
    expect(doubts({lines: [], linesComplete: false})).toEqual(NONE)
  })

  test.each<[string, Partial<Payment>]>([
    ['two pieces', {lines: [{...line, quantity: 2}]}],
    ['a number of pieces that nobody knows', {lines: [{...line, quantity: null}]}],
    ['two lines', {lines: [line, line]}],
    ['more lines than were read', {lines: [line], linesComplete: false}],
    ['no line at all', {lines: [], linesComplete: true}],
  ])('%s: a person looks', (_, fields) => {
    expect(doubts(fields)).toEqual({reasons: ['several_items'], confidence: 'check'})
  })
})

describe('the money', () => {
  test('a school that never said its currency has no other one', () => {
    const {school} = someFacts()
    const euro = {total: {minor: 200_000, currency: 'eur'}}
    expect(doubts(euro, {school: {...school, currency: null}})).toEqual(NONE)
    expect(doubts(euro)).toEqual({reasons: ['other_currency'], confidence: 'check'})
  })

  test('our own application, and one that nobody names, are no doubt', () => {
    const known = {application: 'ca_ours'}
    expect(doubts({application: 'ca_ours'}, {}, known)).toEqual(NONE)
    expect(doubts({application: null}, {}, known)).toEqual(NONE)
    expect(doubts({application: 'ca_theirs'}, {}, known).reasons).toEqual(['foreign_application'])
  })

  test('a price that differs by how a computer adds is the price', () => {
    const named = (finalPrice: number) => ({names: someNames({finalPrice})})
    expect(doubts(named(2000.004))).toEqual(NONE)
    expect(doubts(named(1999.99)).reasons).toEqual(['amount_differs'])
  })

  test('part of it back, or disputed', () => {
    expect(doubts({refunded: 1}).reasons).toEqual(['partially_refunded'])
    expect(doubts({dispute: 'open'}).reasons).toEqual(['dispute_open'])
    expect(doubts({dispute: 'won'})).toEqual(NONE)
  })
})

describe('how it was known', () => {
  const product = someNames()
  test('the pass by the product alone, or the student by the product alone, is said', () => {
    const via = {reasons: ['via_product_metadata'], confidence: 'certain'}
    expect(doubts({names: someNames({pass: null}), lines: [{...line, product}]})).toEqual(via)
    expect(doubts({names: someNames({clerkId: null}), lines: [{...line, product}]})).toEqual(via)
  })

  test('the student by the email, or the pass by the text, is likely', () => {
    expect(doubts({names: someNames({clerkId: null})})).toEqual({
      reasons: ['via_email'],
      confidence: 'likely',
    })
    expect(doubts({names: someNames({pass: null})})).toEqual({
      reasons: ['via_line_item'],
      confidence: 'likely',
    })
    expect(doubts({names: {...NO_NAMES, school: 'T'}}).reasons).toEqual(['via_email', 'via_line_item'])
  })
})

describe('the time', () => {
  test('to the minute that the webhook may take it is on its way, and then it is missing', () => {
    const at = (createdAt: number) => judged({payments: [aPayment({createdAt})]}).verdict
    expect(at(NOW - 10 * MINUTE + 1)).toBe('in_transit')
    expect(at(NOW - 10 * MINUTE)).toBe('missing')
  })

  test('a pass that would end this very moment is over', () => {
    const passes = (days: number) => ({passes: [aPass({validityDays: days})]})
    const createdAt = NOW - 5 * DAY
    expect(doubts({createdAt}, passes(5)).reasons).toEqual(['expired_at_grant'])
    expect(doubts({createdAt}, passes(5 + 1 / DAY))).toEqual(NONE)
  })
})

describe('what was done before', () => {
  const grant = aRecord()
  const undo = aRecord({id: 'passRepair.cs_live_1.2', undoes: grant.id, at: BOUGHT + 2 * DAY})
  const undone = anEntitlement({active: false, deactivationReason: 'undone'})

  test('granted and gone, granted and taken back', () => {
    expect(doubts({}, {records: [grant]}).reasons).toEqual(['was_deleted'])
    expect(doubts({}, {records: [grant, undo]}).reasons).toEqual(['undone'])
    expect(doubts({}, {entitlements: [undone]}).reasons).toEqual(['undone'])
    expect(doubts({}, {records: [grant], entitlements: [undone]}).reasons).toEqual(['undone'])
  })

  test('what was ended, dismissed, or only taken back is no grant that is gone', () => {
    expect(doubts({}, {records: [aRecord({kind: 'revoke'})]})).toEqual(NONE)
    expect(doubts({}, {records: [aRecord({kind: 'dismiss'})]})).toEqual(NONE)
    expect(doubts({}, {records: [aRecord({undoes: 'passRepair.cs_live_1.0'})]})).toEqual(NONE)
  })

  test('a draft that names the session or the payment intent is somebody’s work', () => {
    const draft = {id: 'd1', type: 'subscription', session: null, paymentIntent: null}
    const reasons = (fields: object, payment: Partial<Payment> = {}) =>
      doubts(payment, {drafts: [{...draft, ...fields}]}).reasons
    expect(reasons({session: 'cs_live_1'})).toEqual(['draft_only'])
    expect(reasons({paymentIntent: 'pi_cs_live_1'})).toEqual(['draft_only'])
    expect(reasons({session: 'cs_live_1'}, {paymentIntent: null})).toEqual(['draft_only'])
    expect(reasons({session: 'cs_live_2'})).toEqual([])
    const elsewhere = {
      entitlements: [anEntitlement({id: 'd1', student: 'u9', session: 'x', paymentIntent: null})],
    }
    const editing = {...elsewhere, drafts: [{...draft, session: 'cs_live_1'}]}
    expect(entryOf('cs_live_1', {payments: [aPayment()], ...editing}).reasons).toContain('draft_only')
    expect(reasons({}, {paymentIntent: null})).toEqual([])
  })
})
