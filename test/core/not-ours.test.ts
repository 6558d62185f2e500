import {describe, expect, test} from 'vitest'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {aPass, aPayment, aStudent, anEntitlement, NO_NAMES, NOW, someFacts, someNames} from './build-facts.ts'
import {entryOf, judged} from './judged.ts'

const line = {description: 'Something', quantity: 1, product: null}

describe('not a pass sale of this school', () => {
  test('a class booking is not a pass', () => {
    const names = {...NO_NAMES, classBooking: 'class-1', clerkId: 'user_1', school: 'T'}
    expect(judged({payments: [aPayment({names, lines: [line]})]})).toMatchObject({
      verdict: 'excluded',
      reasons: ['not_a_pass'],
      confidence: 'certain',
      student: 'u1',
      pass: null,
      repair: null,
    })
  })

  test.each([
    ['another type', aPayment({names: someNames({sale: 'donation'})})],
    ['a mode other than payment', aPayment({mode: 'subscription'})],
    ['line items that name no pass', aPayment({names: {...NO_NAMES, clerkId: 'user_1'}, lines: [line]})],
  ])('%s is not a pass', (_, payment) => {
    expect(judged({payments: [payment]})).toMatchObject({verdict: 'excluded', reasons: ['not_a_pass']})
  })

  test('line items that were not all read prove nothing', () => {
    const payment = aPayment({names: {...NO_NAMES, clerkId: 'user_1'}, lines: [line], linesComplete: false})
    expect(judged({payments: [payment]})).toMatchObject({verdict: 'unattributed', reasons: ['no_pass']})
  })

  test('a renamed pass that was granted for the session stays a pass sale', () => {
    const payment = aPayment({names: {...NO_NAMES, clerkId: 'user_1'}, lines: [line]})
    const entry = judged({payments: [payment], entitlements: [anEntitlement()]})
    expect(entry).toMatchObject({verdict: 'matched', entitlements: ['sub1']})
  })

  test('a complete session that is not paid is not paid', () => {
    expect(judged({payments: [aPayment({paid: false})]})).toMatchObject({
      verdict: 'excluded',
      reasons: ['not_paid'],
    })
  })

  test('what was granted for a session that was never paid is a pass without payment', () => {
    const facts = {payments: [aPayment({paid: false})], entitlements: [anEntitlement()]}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'excluded', entitlements: []})
    expect(entryOf('sub1', facts)).toMatchObject({
      verdict: 'unpaid',
      payment: null,
      student: 'u1',
      pass: 'P3',
    })
  })

  test('a session on the account of another school, for that school, is the other school’s', () => {
    const payment = aPayment({account: 'acct_U', names: someNames({school: 'U', pass: 'PU'})})
    const passes = [aPass({id: 'PU', school: 'U'})]
    expect(judged({payments: [payment], passes})).toMatchObject({
      verdict: 'excluded',
      reasons: ['other_school'],
    })
  })

  test('on the platform’s own account the session says whose it is', () => {
    const ours = aPayment({account: null})
    const theirs = aPayment({account: null, names: someNames({school: 'U'}), id: 'cs_live_2'})
    const facts = {payments: [ours, theirs], passes: [aPass({school: 'T'})]}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'missing'})
    expect(entryOf('cs_live_2', {...facts, passes: []})).toMatchObject({reasons: ['other_school']})
  })

  test('on the platform’s own account a named pass says whose it is where no school is named', () => {
    const payment = aPayment({account: null, names: someNames({school: null})})
    expect(judged({payments: [payment]})).toMatchObject({verdict: 'missing'})
    expect(judged({payments: [payment], passes: [aPass({school: 'U'})]})).toMatchObject({
      reasons: ['other_school'],
    })
  })

  test('on the platform’s own account what was granted at this school makes it ours', () => {
    const payment = aPayment({account: null, names: {...someNames(), school: null, pass: null}, lines: []})
    expect(judged({payments: [payment], entitlements: [anEntitlement()]})).toMatchObject({verdict: 'matched'})
  })
})

describe('evidence that contradicts itself', () => {
  test('a session on this school’s account that names another school is never granted', () => {
    expect(judged({payments: [aPayment({names: someNames({school: 'U'})})]})).toMatchObject({
      verdict: 'conflict',
      reasons: ['account_of_other_school'],
      confidence: 'check',
      repair: {kind: 'choose', changes: [], choices: []},
    })
  })

  test('nor is one that names another school’s pass', () => {
    const passes = [aPass({school: 'U'})]
    const payment = aPayment({names: someNames({school: null})})
    expect(judged({payments: [payment], passes})).toMatchObject({reasons: ['account_of_other_school']})
  })

  test('a session on another school’s account that names this school is not granted either', () => {
    expect(judged({payments: [aPayment({account: 'acct_U'})]})).toMatchObject({
      verdict: 'conflict',
      reasons: ['account_of_other_school'],
    })
  })

  test('money of another school’s account on an entitlement of this one is a conflict', () => {
    const payment = aPayment({account: 'acct_U', names: someNames({school: 'U', pass: 'PU'})})
    const entry = judged({payments: [payment], entitlements: [anEntitlement()]})
    expect(entry).toMatchObject({verdict: 'conflict', entitlements: ['sub1']})
  })

  test('payer and holder are two documents with one email: split identity', () => {
    const newLogin = aStudent({id: 'u2', clerkId: 'user_2'})
    const facts = {
      students: [aStudent(), newLogin],
      payments: [aPayment({names: someNames({clerkId: 'user_2'})})],
      entitlements: [anEntitlement()],
    }
    expect(judged(facts)).toMatchObject({
      verdict: 'conflict',
      reasons: ['split_identity'],
      student: null,
      pass: 'P3',
      repair: {kind: 'choose', choices: [{student: 'u2'}, {student: 'u1'}]},
    })
  })

  test('bought under a staff login with one student’s email, before anything was granted', () => {
    const staff = aStudent({id: 'staff', clerkId: 'user_S', role: 'admin', email: 'desk@example.com'})
    const payment = aPayment({names: someNames({clerkId: 'user_S'})})
    expect(judged({students: [aStudent(), staff], payments: [payment]})).toMatchObject({
      verdict: 'conflict',
      reasons: ['other_owner'],
      student: null,
      repair: {choices: [{student: 'staff'}, {student: 'u1'}]},
    })
  })

  test('staff who buy for themselves are students like any other', () => {
    const staff = aStudent({id: 'staff', clerkId: 'user_S', role: 'instructor', email: 'desk@example.com'})
    const payment = aPayment({names: someNames({clerkId: 'user_S'}), email: 'desk@example.com'})
    expect(judged({students: [aStudent(), staff], payments: [payment]})).toMatchObject({
      verdict: 'missing',
      student: 'staff',
    })
  })

  test('an upgrade of somebody else’s pass is looked at by a person', () => {
    const other = aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})
    const old = anEntitlement({id: 'old', student: 'u2', session: null, paymentIntent: null})
    const payment = aPayment({names: someNames({sale: 'pass_upgrade', upgradeFrom: 'old'})})
    const facts = {students: [aStudent(), other], payments: [payment], entitlements: [old]}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'conflict', reasons: ['upgrade_of_other']})
  })

  test('an upgrade of a pass at another school too', () => {
    const old = anEntitlement({id: 'old', school: 'U', session: null, paymentIntent: null})
    const payment = aPayment({names: someNames({sale: 'pass_upgrade', upgradeFrom: 'old'})})
    expect(judged({payments: [payment], entitlements: [old]})).toMatchObject({reasons: ['upgrade_of_other']})
  })
})

describe('who cannot see says so', () => {
  const facts = someFacts({payments: [aPayment()], entitlements: [anEntitlement({id: 'x', session: null})]})

  test.each(['acct_T', null])('when account %s cannot be read there are no entries', (account) => {
    const blind = {account, code: 'account_invalid', message: 'no access'}
    expect(reconcile({...facts, blind}, {now: NOW})).toMatchObject({fault: 'account_unreadable', entries: []})
  })

  test('another school’s account has nothing to say here', () => {
    const blind = {account: 'acct_U', code: 'account_invalid', message: 'no access'}
    expect(reconcile({...facts, blind}, {now: NOW}).fault).toBeNull()
  })

  test('an account that two schools claim shows nobody’s money', () => {
    const accountOwners = [...facts.accountOwners, {account: 'acct_T', school: 'U'}]
    expect(reconcile({...facts, accountOwners}, {now: NOW}).fault).toBe('account_unreadable')
  })
})
