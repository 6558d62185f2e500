import {describe, expect, test} from 'vitest'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {
  aPass,
  aPayment,
  aStudent,
  anEntitlement,
  BOUGHT,
  byHand,
  NOW,
  OPENED,
  someNames,
  stored,
} from './build-facts.ts'
import {judged} from './judged.ts'

describe('what is kept and noted beside a verdict', () => {
  const of = (
    held: Partial<Entitlement>,
    paid: Partial<Payment> = {},
    facts: Parameters<typeof judged>[0] = {},
  ) => judged({...facts, payments: [aPayment(paid)], entitlements: [anEntitlement(held)]})

  test('evidence: the amount beside the price, while the pass is as it was sold', () => {
    const amounts = (paid: Partial<Payment>, pass = aPass()) =>
      of({}, paid, {passes: [pass]}).evidence.filter(({kind}) => kind.startsWith('amount'))
    expect(amounts({})).toEqual([{kind: 'amount_equal'}])
    expect(amounts({}, aPass({price: 1900}))).toEqual([{kind: 'amount_differs', paid: 2000, price: 1900}])
    expect(amounts({}, aPass({price: 1900, updatedAt: NOW}))).toEqual([])
    expect(amounts({}, aPass({price: null}))).toEqual([])
    expect(amounts({names: someNames({finalPrice: 1500})})).toEqual([
      {kind: 'amount_differs', paid: 2000, price: 1500},
    ])
    const upgrade = {sale: 'pass_upgrade', upgradeFrom: 'old'}
    expect(amounts({names: someNames(upgrade)})).toEqual([])
    expect(amounts({names: someNames({...upgrade, upgradeCost: 2000})})).toEqual([{kind: 'amount_equal'}])
  })

  test('evidence: each kind once, with how long it took and whether the pass changed', () => {
    expect(of({}, {}, {passes: [aPass({updatedAt: NOW})]}).evidence).toEqual([
      {kind: 'same_session'},
      {kind: 'student_named', by: 'metadata'},
      {kind: 'pass_named', by: 'metadata'},
      {kind: 'granted_after', ms: 52_000},
      {kind: 'pass_changed_since', at: NOW},
    ])
    const twice = judged({
      payments: [aPayment()],
      entitlements: [anEntitlement(), anEntitlement({id: 'sub2'})],
    })
    expect(twice.evidence.filter(({kind}) => kind === 'same_session')).toHaveLength(1)
    const hand = byHand({createdAt: BOUGHT + DAY})
    for (const entitlements of [[hand], [anEntitlement(), hand]]) {
      expect(judged({payments: [aPayment()], entitlements}).evidence).toContainEqual({
        kind: 'same_student_and_pass',
      })
    }
    expect(of({}).evidence).not.toContainEqual({kind: 'same_student_and_pass'})
    expect(of({}, {names: someNames({clerkId: null, pass: null}), email: null, lines: []}).evidence).toEqual([
      {kind: 'same_session'},
      {kind: 'granted_after', ms: 52_000},
    ])
  })

  test('notes: more classes than the limit, of a pass that counts them', () => {
    expect(of({classesLeft: 11}).notes).toEqual(['more_than_limit'])
    expect(of({classesLeft: 10}).notes).toEqual([])
    const unlimited = {passes: [aPass({type: 'unlimited'})]}
    expect(of({type: 'monthly', classesLeft: 5}, {}, unlimited).notes).toEqual([])
  })

  test('notes: granted late, by more than the webhook may take', () => {
    expect(of({createdAt: BOUGHT + 10 * MINUTE}).notes).toEqual([])
    expect(of({createdAt: BOUGHT + 10 * MINUTE + 1}).notes).toEqual(['granted_late'])
  })

  test('notes: longer than the rule, of the pass that was paid and as it was sold', () => {
    const longer = {ends: stored(BOUGHT + 91 * DAY + 1)}
    expect(of(longer).notes).toEqual(['longer_than_rule'])
    expect(of({ends: stored(BOUGHT + 91 * DAY)}).notes).toEqual([])
    expect(of(longer, {}, {passes: [aPass({updatedAt: NOW})]}).notes).toEqual(['pass_changed_since'])
    expect(of({...longer, pass: 'P9'}).notes).toEqual([])
    expect(of(longer, {names: someNames({pass: null}), lines: []}).notes).toEqual([])
  })

  test('notes: none of what is a reason already, and none of what was never a sale', () => {
    const changed = {passes: [aPass({updatedAt: NOW})]}
    expect(of({ends: stored(BOUGHT + 30 * DAY)}, {}, changed)).toMatchObject({
      reasons: ['ended_early'],
      notes: ['pass_changed_since'],
    })
    expect(judged({...changed, payments: [aPayment({paid: false})]})).toMatchObject({
      verdict: 'excluded',
      notes: [],
    })
  })

  test('notes: money back, once nothing is active', () => {
    const ended = {active: false, deactivationReason: 'refunded'}
    expect(of(ended, {refunded: 1}).notes).toEqual(['refunded_and_revoked'])
    expect(of(ended, {dispute: 'lost'}).notes).toEqual(['refunded_and_revoked'])
    expect(of({}, {refunded: 1}).notes).toEqual([])
  })

  test('notes: somebody is editing it, whether it carries the id, would be linked, or is left over', () => {
    const editing = (...ids: string[]) => ({
      drafts: ids.map((id) => ({id, type: 'subscription', session: null, paymentIntent: null})),
    })
    const hand = byHand({createdAt: BOUGHT + DAY})
    const notes = (entitlements: Entitlement[], ...ids: string[]) =>
      judged({...editing(...ids), payments: [aPayment()], entitlements}).notes.includes('open_draft')
    expect(notes([anEntitlement()], 'sub1')).toBe(true)
    expect(notes([anEntitlement()], 'sub9')).toBe(false)
    expect(notes([hand], 'hand1')).toBe(true)
    expect(notes([hand], 'sub9')).toBe(false)
    expect(notes([anEntitlement(), hand], 'hand1')).toBe(true)
    expect(notes([anEntitlement(), hand], 'sub1')).toBe(true)
  })

  test('notes: a later login with the holder’s email, and no other', () => {
    const notes = (...others: Partial<ReturnType<typeof aStudent>>[]) =>
      of(
        {},
        {},
        {students: [aStudent(), ...others.map((words) => aStudent({id: 'u2', clerkId: 'user_2', ...words}))]},
      ).notes
    const later = {createdAt: OPENED + DAY}
    expect(notes()).toEqual([])
    expect(notes(later)).toEqual(['newer_identity'])
    expect(notes({createdAt: OPENED})).toEqual([])
    expect(notes({createdAt: OPENED - DAY})).toEqual([])
    expect(notes({...later, clerkId: 'user_1'})).toEqual([])
    expect(notes({...later, email: 'bo@example.com'})).toEqual([])
    const two = [aStudent({id: 'u0', clerkId: 'user_0', createdAt: 0}), aStudent()]
    const latest = aStudent({id: 'u2', clerkId: 'user_2', ...later})
    expect(of({}, {}, {students: two}).notes).toEqual([])
    expect(of({}, {}, {students: [...two, latest]}).notes).toEqual(['newer_identity'])
    // Two documents of one login are one identity, whichever of them the pass refers to.
    const older = aStudent({id: 'u1b', school: null, createdAt: OPENED - DAY})
    expect(of({student: 'u1b'}, {}, {students: [aStudent(), older]}).notes).toEqual([])
    const emailless = [
      aStudent({email: null}),
      aStudent({id: 'u2', clerkId: 'user_2', email: null, ...later}),
    ]
    expect(of({}, {email: null}, {students: emailless}).notes).toEqual([])
    expect(of({student: 'user_1'}).notes).toEqual(['legacy_reference'])
  })
})
