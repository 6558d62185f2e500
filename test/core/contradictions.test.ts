import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import {aPass, aPayment, aStudent, anEntitlement, BOUGHT, byHand, someNames} from './build-facts.ts'
import {entryOf, judged} from './judged.ts'

const CONFLICT = {verdict: 'conflict', confidence: 'check', repair: {kind: 'choose', changes: []}}

describe('money that another school’s account took', () => {
  const theirs = aPayment({account: 'acct_U', names: someNames({school: 'U', pass: 'PU'})})

  test('one pass of this school among those that it bought is enough to look', () => {
    const entitlements = [anEntitlement({school: 'U'}), anEntitlement({id: 'sub2'})]
    expect(judged({payments: [theirs], entitlements})).toMatchObject({
      ...CONFLICT,
      reasons: ['account_of_other_school'],
    })
  })

  test('what it bought at the other school is the other school’s', () => {
    const entitlements = [anEntitlement({school: 'U'})]
    expect(judged({payments: [theirs], entitlements})).toMatchObject({
      verdict: 'excluded',
      reasons: ['other_school'],
    })
  })
})

describe('what names two schools', () => {
  const passes = [aPass(), aPass({id: 'PU', school: 'U'})]

  test('on the platform’s own account: the one’s name and the other’s pass', () => {
    const payments = [aPayment({account: null, names: someNames({school: 'T', pass: 'PU'})})]
    expect(judged({passes, payments})).toMatchObject({...CONFLICT, reasons: ['account_of_other_school']})
  })

  test('on the platform’s own account: another’s name, and a pass that this school’s student holds for it', () => {
    const payments = [aPayment({account: null, names: someNames({school: 'U', pass: 'PU'})})]
    expect(judged({passes, payments, entitlements: [anEntitlement()]})).toMatchObject({
      ...CONFLICT,
      reasons: ['account_of_other_school'],
    })
  })

  test('the account and the product', () => {
    const line = {description: null, quantity: 1, product: someNames({school: 'U'})}
    const payments = [aPayment({names: someNames({school: null}), lines: [line]})]
    expect(judged({payments})).toMatchObject({...CONFLICT, reasons: ['account_of_other_school']})
  })
})

describe('an upgrade that names a pass without a school', () => {
  const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'old', newPassPrice: 2000, upgradeCost: 2000})
  const payments = [aPayment({names})]
  const old = anEntitlement({id: 'old', school: null, pass: 'P2', session: 'cs_live_0', paymentIntent: null})
  const verdictOf = (pass: string | null, school: string | null) =>
    entryOf('cs_live_1', {
      payments,
      passes: [aPass(), aPass({id: 'P2', school})],
      entitlements: [{...old, pass}],
    }).verdict

  test('is this school’s where its pass is, or where nothing says otherwise', () => {
    expect(verdictOf('P2', 'T')).toBe('upgrade_incomplete')
    expect(verdictOf('P2', null)).toBe('upgrade_incomplete')
    expect(verdictOf('P_deleted', 'T')).toBe('upgrade_incomplete')
    expect(verdictOf(null, 'U')).toBe('upgrade_incomplete')
  })

  test('is another school’s where its pass is', () => {
    expect(verdictOf('P2', 'U')).toBe('conflict')
  })

  test('whoever paid is settled first', () => {
    const unknown = aPayment({names: {...names, clerkId: 'user_9'}, email: null})
    expect(entryOf('cs_live_1', {payments: [unknown], entitlements: [{...old, school: 'T'}]})).toMatchObject({
      verdict: 'unattributed',
      reasons: ['no_student'],
    })
  })

  test('a purchase that names no pass to upgrade is no upgrade of anything', () => {
    const bought = aPayment({names: someNames({pass: null, upgradeFrom: 'old'})})
    const others = anEntitlement({id: 'old', student: 'u9', session: 'cs_live_0'})
    expect(entryOf('cs_live_1', {payments: [bought], entitlements: [others]}).verdict).not.toBe('conflict')
  })
})

describe('payer and holder', () => {
  test('two people without any email are not one person with two logins', () => {
    const students = [aStudent({email: null}), aStudent({id: 'u2', clerkId: 'user_2', email: null})]
    const payments = [aPayment({email: null})]
    expect(judged({students, payments, entitlements: [anEntitlement({student: 'u2'})]})).toMatchObject({
      verdict: 'hidden',
      reasons: ['student_reference'],
    })
  })

  const staff = aStudent({id: 'u2', clerkId: 'user_2', role: 'instructor', email: 'nora@example.com'})
  const payments = [aPayment({names: someNames({clerkId: 'user_2'})})]

  test('staff who share a mailbox with one student may have paid for that student', () => {
    const students = [aStudent(), {...staff, email: 'ada@example.com'}]
    expect(judged({students, payments})).toMatchObject({
      ...CONFLICT,
      reasons: ['other_owner'],
      student: null,
      repair: {choices: [{student: 'u2'}, {student: 'u1'}]},
    })
  })

  test('staff who pay with a colleague’s email pay for themselves', () => {
    const students = [aStudent({role: 'admin'}), staff]
    expect(judged({students, payments})).toMatchObject({verdict: 'missing', student: 'u2'})
  })

  test('staff with two documents of one login pay for themselves', () => {
    const students = [
      {...staff, role: 'student'},
      {...staff, id: 'u2b', school: null},
    ]
    const named = [aPayment({names: someNames({clerkId: 'u2b'}), email: staff.email})]
    expect(judged({students, payments: named})).toMatchObject({verdict: 'missing', student: 'u2b'})
  })

  test('while it is open who paid, a pass made by hand is nobody’s', () => {
    const students = [aStudent(), staff]
    const hand = byHand({student: 'u2', createdAt: BOUGHT + DAY})
    const facts = {students, payments, entitlements: [hand]}
    expect(entryOf('cs_live_1', facts)).toMatchObject({reasons: ['other_owner'], entitlements: []})
    expect(entryOf('hand1', facts)).toMatchObject({verdict: 'unpaid'})
  })

  test('an email of two students names nobody', () => {
    const students = [aStudent(), aStudent({id: 'u3', clerkId: 'user_3'}), staff]
    expect(judged({students, payments})).toMatchObject({verdict: 'missing', student: 'u2'})
  })
})
