import {describe, expect, test} from 'vitest'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {RepairWish} from '../../plugin/core/reconcile/find-entry.ts'
import {
  aPass,
  aPayment,
  aRecord,
  aStudent,
  anEntitlement,
  BOUGHT,
  byHand,
  NOW,
  someNames,
  stored,
} from './build-facts.ts'
import {plan} from './planning.ts'

function refusal(refused: string, message: string) {
  return {refused, message}
}

const payments = [aPayment()]
const bo = aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})
const choose = (choice: RepairWish['choice']) => ({kind: 'choose' as const, choice})
const unknown = {
  students: [aStudent(), bo],
  payments: [aPayment({names: someNames({clerkId: 'user_9'})})],
}

describe('what the facts do not bear out is refused, with the reason', () => {
  test('nobody can see the account, or there is no such entry', () => {
    const blind = {account: 'acct_T', code: 'account_invalid', message: 'no'}
    expect(plan({payments, blind}, {})).toEqual(
      refusal('account_unreadable', 'the school’s account cannot be read'),
    )
    for (const subject of [{payment: 'cs_live_9'}, {entitlement: 'sub9'}]) {
      expect(plan({payments, entitlements: [anEntitlement()]}, {subject})).toEqual(
        refusal('not_found', 'no entry for this payment or entitlement'),
      )
    }
    const elsewhere = {entitlements: [byHand({school: 'U'})]}
    expect(plan(elsewhere, {subject: {entitlement: 'hand1'}, kind: 'revoke', reason: 'no'})).toEqual(
      refusal('not_found', 'no entry for this payment or entitlement'),
    )
  })

  test('nothing is wrong, or it was done already', () => {
    const facts = {payments, entitlements: [anEntitlement()]}
    expect(plan(facts, {})).toEqual(refusal('not_repairable', 'the entry is matched'))
    expect(plan({...facts, records: [aRecord()]}, {})).toEqual(
      refusal('already_repaired', 'the entry is matched'),
    )
    const soon = {payments: [aPayment({createdAt: NOW})], records: [aRecord()]}
    expect(plan(soon, {})).toEqual(refusal('not_repairable', 'the entry is in_transit'))
    expect(plan(facts, {kind: 'dismiss', reason: 'no'})).toEqual(
      refusal('not_repairable', 'there is nothing to dismiss'),
    )
  })

  test('another repair than the one that was proposed', () => {
    expect(plan({payments}, {kind: 'revoke', reason: 'no'})).toEqual(
      refusal('not_repairable', 'revoke is no repair for missing'),
    )
    expect(plan({payments}, {kind: 'mark_complimentary', reason: 'no'})).toEqual(
      refusal('not_repairable', 'mark_complimentary is no repair for missing'),
    )
    const trial = {payments: [aPayment({live: false})], entitlements: [anEntitlement()]}
    expect(plan(trial, {kind: 'mark_complimentary', reason: 'no'})).toEqual(
      refusal('not_repairable', 'mark_complimentary is no repair for unpaid'),
    )
    const unpaid = {entitlements: [byHand()]}
    expect(plan(unpaid, {subject: {entitlement: 'hand1'}, kind: 'link'})).toEqual(
      refusal('not_repairable', 'link is no repair for unpaid'),
    )
  })

  test('a choice where nothing is open; an empty one is none', () => {
    expect(plan({payments}, {choice: {student: 'u1'}})).toEqual(
      refusal('invalid_request', 'there is nothing to choose: the evidence settles it'),
    )
    expect(plan({payments}, {choice: {}})).toMatchObject({kind: 'grant', choice: {}})
  })

  test('what needs a reason has none', () => {
    const unpaid = {entitlements: [byHand()]}
    const subject = {entitlement: 'hand1'}
    expect(plan(unpaid, {subject, kind: 'revoke'})).toEqual(
      refusal('invalid_request', 'ending a pass by hand needs a reason'),
    )
    expect(plan(unpaid, {subject, kind: 'mark_complimentary'})).toEqual(
      refusal('invalid_request', 'giving a pass away needs a reason'),
    )
    expect(plan({payments}, {kind: 'dismiss'})).toEqual(
      refusal('invalid_request', 'dismissing needs a reason'),
    )
  })

  test('it is dismissed already', () => {
    const dismissed = plan({payments}, {kind: 'dismiss', reason: 'seen'})
    if ('refused' in dismissed) throw new Error(dismissed.message)
    expect(dismissed).toMatchObject({kind: 'dismiss', changes: [], reason: 'seen'})
    const records = [aRecord({kind: 'dismiss', fingerprint: dismissed.fingerprint, entitlements: []})]
    expect(plan({payments, records}, {kind: 'dismiss', reason: 'again'})).toEqual(
      refusal('already_repaired', 'it is dismissed already'),
    )
  })
})

describe('what a person chooses', () => {
  test('must be something, of this school, and still open', () => {
    const problem = (choice: RepairWish['choice'], facts: Partial<Facts> = unknown) =>
      plan(facts, choose(choice))
    const invalid = (message: string) => refusal('invalid_request', message)
    expect(problem({})).toEqual(invalid('nothing was chosen'))
    for (const student of ['nobody', 'user_2']) {
      expect(problem({student})).toMatchObject({refused: 'not_found'})
    }
    expect(problem({student: 'u2', pass: 'P3'})).toEqual(invalid('the pass is settled by the evidence'))
    const nameless = {payments: [aPayment({names: someNames({pass: null}), lines: []})]}
    const passes = [aPass(), aPass({id: 'PU', school: 'U'})]
    for (const pass of ['PU', 'P9']) {
      expect(problem({pass}, {...nameless, passes})).toEqual(invalid('no pass of this school with this id'))
    }
    expect(problem({student: 'u1', pass: 'P3'}, nameless)).toEqual(
      invalid('the student is settled by the evidence'),
    )
    expect(problem({start: 'paid'})).toEqual(invalid('no_student: not settled by this choice'))
  })

  test('does not settle which school the money is for', () => {
    const facts = {payments: [aPayment({names: someNames({school: 'U'})})]}
    const split = {students: [aStudent(), {...bo, email: 'ada@example.com'}]}
    for (const more of [{}, {...split, entitlements: [anEntitlement({student: 'u2'})]}]) {
      expect(plan({...facts, ...more}, choose({student: 'u1'}))).toEqual(
        refusal('not_repairable', 'no choice can settle which school this money is for'),
      )
    }
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'old'})
    const old = anEntitlement({id: 'old', student: 'u2', session: 'cs_live_0', paymentIntent: null})
    const bos = {...unknown, payments: [aPayment({names})], entitlements: [old]}
    expect(plan(bos, choose({student: 'u2'}))).toMatchObject({refused: 'not_repairable'})
  })

  test('may lead to nothing that can be done', () => {
    const facts = {...unknown, passes: [aPass({type: 'subscription'})]}
    expect(plan(facts, choose({student: 'u2'}))).toEqual(
      refusal('not_repairable', 'with this choice the entry is missing: nothing_granted, pass_not_grantable'),
    )
  })

  test('from when it counts, today only with a reason and only if that leaves any time', () => {
    const over = {passes: [aPass({validityDays: 5})], payments}
    expect(plan(over, choose({start: 'today'}))).toEqual(
      refusal('invalid_request', 'starting today instead of on the day of payment needs a reason'),
    )
    expect(plan(over, {...choose({start: 'today'}), reason: 'late'})).toMatchObject({
      kind: 'grant',
      fixedEnd: false,
      changes: [{create: {fields: {starts: NOW, ends: NOW + 5 * DAY}}}],
    })
    const dated = {passes: [aPass({validity: 'date', expiry: stored(NOW - DAY)})], payments}
    expect(plan(dated, {...choose({start: 'today'}), reason: 'late'})).toEqual(
      refusal('not_repairable', 'the pass gives nothing from today on'),
    )
    expect(plan(dated, choose({start: 'paid'}))).toMatchObject({kind: 'grant', fixedEnd: true})
  })

  test('who and from when in two steps: the first choice shows what is still open', () => {
    const facts = {...unknown, passes: [aPass({validityDays: 5})]}
    expect(plan(facts, choose({student: 'u2'}))).toEqual(
      refusal('invalid_request', 'nothing_granted, expired_at_grant: not settled by this choice'),
    )
    expect(plan(facts, choose({student: 'u2', start: 'paid'}))).toMatchObject({
      student: 'u2',
      changes: [{create: {fields: {student: 'u2', starts: BOUGHT}}}],
    })
  })

  test('of an upgrade both halves', () => {
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'old', newPassPrice: 2000, upgradeCost: 2000})
    const old = anEntitlement({id: 'old', pass: 'P2', session: 'cs_live_0', paymentIntent: null})
    const facts = {passes: [aPass({validityDays: 5})], payments: [aPayment({names})]}
    const paid = choose({start: 'paid'})
    expect(plan({...facts, entitlements: [old]}, paid)).toMatchObject({
      kind: 'complete_upgrade',
      changes: [{create: {id: 'subscription-cs_live_1'}}, {patch: {id: 'old', set: {active: false}}}],
    })
    const ended = plan({...facts, entitlements: [{...old, active: false}]}, paid)
    expect(ended).toMatchObject({kind: 'complete_upgrade', changes: [{create: {}}]})
    expect(plan(facts, paid)).toMatchObject({kind: 'complete_upgrade', changes: [{create: {}}]})
  })
})
