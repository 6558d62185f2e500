import {describe, expect, test} from 'vitest'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {canonicalPlan} from '../../plugin/core/documents/canonical-plan.ts'
import type {RepairWish} from '../../plugin/core/reconcile/find-entry.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {applyChanges} from './apply-changes.ts'
import {
  aPass,
  aPayment,
  aRecord,
  aStudent,
  anEntitlement,
  BOUGHT,
  byHand,
  NO_NAMES,
  NOW,
  someFacts,
  someNames,
} from './build-facts.ts'
import {judged} from './judged.ts'
import {plan} from './planning.ts'

const subject = {payment: 'cs_live_1'}

function planned(facts: Partial<Facts>, wish: Partial<RepairWish> = {}, now = NOW) {
  const found = plan(facts, wish, now)
  if ('refused' in found) throw new Error(`${found.refused}: ${found.message}`)
  return found
}

describe('a repair is planned by the judgement that proposed it', () => {
  const missing = {payments: [aPayment()]}

  test('grant', () => {
    expect(planned(missing)).toMatchObject({
      subject,
      kind: 'grant',
      verdict: 'missing',
      confidence: 'certain',
      student: 'u1',
      account: 'acct_T',
      live: true,
      records: 0,
      revs: {},
      changes: judged(missing).repair?.changes,
    })
  })

  test('the revision that a patch expects is named', () => {
    const facts = {payments: [aPayment()], entitlements: [anEntitlement({school: null, rev: 'r7'})]}
    expect(planned(facts, {kind: 'correct'})).toMatchObject({revs: {sub1: 'r7'}})
  })

  test('records of the subject are counted', () => {
    expect(planned({...missing, records: [aRecord()]})).toMatchObject({records: 1})
  })

  test.each<[string, Partial<Facts>, Partial<RepairWish>, string]>([
    ['a payment that was not read', {}, {}, 'not_found'],
    ['a repair that does not fit', missing, {kind: 'revoke'}, 'not_repairable'],
    ['what is as it should be', {...missing, entitlements: [anEntitlement()]}, {}, 'not_repairable'],
    [
      'what was repaired just now',
      {...missing, entitlements: [anEntitlement()], records: [aRecord()]},
      {},
      'already_repaired',
    ],
    ['unpaid money', {payments: [aPayment({paid: false})]}, {}, 'not_repairable'],
    ['test money', {payments: [aPayment({live: false})]}, {}, 'not_repairable'],
    ['a choice where nothing is open', missing, {choice: {student: 'u2'}}, 'invalid_request'],
    [
      'an account that cannot be read',
      {...missing, blind: {account: 'acct_T', code: '', message: ''}},
      {},
      'account_unreadable',
    ],
    ['dismissing without a reason', missing, {kind: 'dismiss'}, 'invalid_request'],
  ])('%s is refused', (_, facts, wish, refused) => {
    expect(plan(facts, wish)).toMatchObject({refused})
  })

  test('reviewed passes are ended or given away with a reason', () => {
    const facts = {entitlements: [byHand()]}
    const about = {subject: {entitlement: 'hand1'}}
    expect(plan(facts, {...about, kind: 'revoke'})).toMatchObject({refused: 'invalid_request'})
    expect(planned(facts, {...about, kind: 'revoke', reason: 'never paid'}).changes).toMatchObject([
      {patch: {id: 'hand1', set: {active: false, deactivationReason: 'never paid'}}},
    ])
    expect(
      planned(facts, {...about, kind: 'mark_complimentary', reason: 'won a prize'}).changes,
    ).toMatchObject([{patch: {id: 'hand1', set: {complimentary: true, complimentaryReason: 'won a prize'}}}])
  })
})

describe('a person chooses where the evidence did not', () => {
  test('the student', () => {
    const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2'})]
    const facts = {students, payments: [aPayment({names: {...NO_NAMES, sale: 'pass_purchase', pass: 'P3'}})]}
    expect(plan(facts, {kind: 'choose'})).toMatchObject({refused: 'invalid_request'})
    expect(plan(facts, {kind: 'choose', choice: {student: 'nobody'}})).toMatchObject({
      refused: 'not_found',
    })
    expect(planned(facts, {kind: 'choose', choice: {student: 'u2'}})).toMatchObject({
      kind: 'grant',
      student: 'u2',
      changes: [{create: {fields: {student: 'u2', pass: 'P3'}}}],
    })
  })

  test('the pass, of this school only', () => {
    const passes = [aPass(), aPass({id: 'PU', school: 'U'})]
    const facts = {passes, payments: [aPayment({names: {...someNames(), pass: null}, lines: []})]}
    expect(plan(facts, {kind: 'choose', choice: {pass: 'PU'}})).toMatchObject({refused: 'invalid_request'})
    expect(planned(facts, {kind: 'choose', choice: {pass: 'P3'}})).toMatchObject({kind: 'grant'})
  })

  test('a chosen student who was granted by hand already is linked', () => {
    const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2'})]
    const payments = [aPayment({names: {...NO_NAMES, sale: 'pass_purchase', pass: 'P3'}})]
    const facts = {students, payments, entitlements: [byHand({student: 'u2', createdAt: BOUGHT + DAY})]}
    expect(planned(facts, {kind: 'choose', choice: {student: 'u2'}})).toMatchObject({
      kind: 'link',
      changes: [{patch: {id: 'hand1', set: {session: 'cs_live_1'}}}],
    })
  })

  test('from when it counts', () => {
    const facts = {passes: [aPass({validityDays: 1})], payments: [aPayment()]}
    expect(planned(facts, {kind: 'choose', choice: {start: 'paid'}}).changes).toMatchObject([
      {create: {fields: {starts: BOUGHT, ends: BOUGHT + DAY}}},
    ])
    expect(plan(facts, {kind: 'choose', choice: {start: 'today'}})).toMatchObject({
      refused: 'invalid_request',
    })
    const today = {kind: 'choose' as const, choice: {start: 'today' as const}, reason: 'we were late'}
    expect(planned(facts, today).changes).toMatchObject([{create: {fields: {starts: NOW, ends: NOW + DAY}}}])
  })

  test('who holds it, where payer and holder are two documents', () => {
    const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2'})]
    const payments = [aPayment({names: someNames({clerkId: 'user_2'})})]
    const facts = {students, payments, entitlements: [anEntitlement()]}
    const moved = planned(facts, {kind: 'choose', choice: {student: 'u2'}})
    expect(moved).toMatchObject({kind: 'correct', changes: [{patch: {id: 'sub1', set: {student: 'u2'}}}]})
    const after = applyChanges(someFacts(facts), moved.changes, NOW)
    expect(reconcile(after, {now: NOW}).entries).toMatchObject([{verdict: 'matched'}])
  })

  test('a holder who is confirmed is not asked about again', () => {
    const students = [
      aStudent(),
      aStudent({id: 'staff', clerkId: 'user_S', role: 'admin', email: 'desk@example.com'}),
    ]
    const payments = [aPayment({names: someNames({clerkId: 'user_S'})})]
    const facts = {students, payments, entitlements: [anEntitlement({student: 'staff'})]}
    const confirmed = planned(facts, {kind: 'choose', choice: {student: 'staff'}})
    expect(confirmed).toMatchObject({kind: 'correct', changes: [], verdict: 'conflict'})
    const records = [aRecord({kind: 'correct', verdict: 'conflict', entitlements: ['sub1']})]
    expect(judged({...facts, records})).toMatchObject({verdict: 'matched', student: 'staff'})
  })

  test('what was granted to the chosen one of two stays theirs', () => {
    const students = [
      aStudent(),
      aStudent({id: 'staff', clerkId: 'user_S', role: 'admin', email: 'desk@example.com'}),
    ]
    const facts = {students, payments: [aPayment({names: someNames({clerkId: 'user_S'})})]}
    const granted = planned(facts, {kind: 'choose', choice: {student: 'u1'}})
    expect(granted).toMatchObject({kind: 'grant', student: 'u1'})
    const after = applyChanges(someFacts(facts), granted.changes, NOW)
    expect(judged({...after, records: [aRecord({verdict: 'conflict'})]})).toMatchObject({verdict: 'matched'})
  })

  test('no choice grants money that may be another school’s', () => {
    const facts = {payments: [aPayment({names: someNames({school: 'U'})})]}
    expect(plan(facts, {kind: 'choose', choice: {student: 'u1'}})).toMatchObject({refused: 'not_repairable'})
  })
})

describe('the text of a plan', () => {
  const facts = {passes: [aPass({validityDays: 1})], payments: [aPayment()]}
  const today = {kind: 'choose' as const, choice: {start: 'today' as const}, reason: 'late'}

  test('is the same for the same facts at another moment', () => {
    const grant = {payments: [aPayment()]}
    expect(canonicalPlan(planned(grant, {}, NOW + 1_000))).toBe(canonicalPlan(planned(grant)))
    expect(canonicalPlan(planned(facts, today, NOW + 1_000))).toBe(canonicalPlan(planned(facts, today)))
    expect(canonicalPlan(planned(facts, today))).toContain('"ends":"@now+86400000"')
  })

  test('is another when the facts are', () => {
    const one = {payments: [aPayment()], entitlements: [anEntitlement({school: null})]}
    const two = {...one, entitlements: [anEntitlement({school: null, rev: 'r2'})]}
    expect(canonicalPlan(planned(one, {kind: 'correct'}))).not.toBe(
      canonicalPlan(planned(two, {kind: 'correct'})),
    )
  })

  test('is canonical: keys in order, no spaces', () => {
    expect(canonicalPlan(planned({payments: [aPayment()]}))).toMatch(
      /^\{"changes":\[\{"create":.*"choice":null,"kind":"grant","revs":\{\},"subject":\{"payment":"cs_live_1"\},"v":1\}$/,
    )
  })
})

describe('a dismissed mismatch', () => {
  const facts = {payments: [aPayment()]}
  const {fingerprint} = planned(facts, {kind: 'dismiss', reason: 'paid back in cash'})
  const dismissal = aRecord({kind: 'dismiss', entitlements: [], fingerprint, reason: 'paid back in cash'})

  test('keeps its verdict and says who and why', () => {
    expect(judged({...facts, records: [dismissal]})).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted'],
      dismissed: {by: 'Nora Vik', at: dismissal.at, reason: 'paid back in cash'},
    })
  })

  test('stays dismissed as time passes', () => {
    expect(judged({...facts, records: [dismissal]}, {now: NOW + DAY}).dismissed).not.toBeNull()
  })

  test('comes back when its facts change', () => {
    const changed = {...facts, payments: [aPayment({refunded: 100})]}
    expect(judged({...changed, records: [dismissal]})).toMatchObject({dismissed: null})
  })

  test('comes back when the dismissal is taken back', () => {
    const undo = aRecord({
      id: 'passRepair.cs_live_1.2',
      kind: 'dismiss',
      undoes: dismissal.id,
      entitlements: [],
    })
    expect(judged({...facts, records: [dismissal, undo]})).toMatchObject({dismissed: null})
  })
})
