import {describe, expect, test} from 'vitest'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {judgeSchool} from '../../plugin/core/reconcile/judge-school.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {made, old, passes, upgrade} from './an-upgrade.ts'
import {aPayment, aRecord, aStudent, anEntitlement, byHand, NOW, someFacts, someNames} from './build-facts.ts'

const DAMAGED = {source: 'payment', id: 'cs_live_bad', type: null, field: 'amount_total'} as const

function byKey(entries: Iterable<Entry>): Map<string, Entry> {
  return new Map([...entries].map((entry) => [entry.key, entry]))
}

describe('a change, and what it makes of everybody whom it concerns', () => {
  const bo = aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})
  const students = [aStudent(), bo]
  const bosPayment = aPayment({
    id: 'cs_live_bo',
    email: 'bo@example.com',
    paymentIntent: 'pi_bo',
    charge: null,
    chargePaymentIntent: null,
    names: someNames({clerkId: 'user_2'}),
  })
  const carriesBos = {session: 'cs_live_bo', paymentIntent: 'pi_bo'}
  const dismissal = aRecord({id: 'passRepair.cs_live_1.9', kind: 'dismiss', entitlements: []})
  const grant = aRecord({entitlements: ['sub1']})
  const undone = aRecord({
    id: 'passRepair.undo',
    kind: 'revoke',
    payment: null,
    entitlements: [],
    undoes: grant.id,
  })
  const bosUpgrade = {
    ...upgrade,
    email: 'bo@example.com',
    names: {...upgrade.names, clerkId: 'user_2', upgradeFrom: 'sub2'},
  }
  const ofNobody = (id: string) =>
    aPayment({id, paymentIntent: `pi_${id}`, charge: null, email: null, names: someNames({clerkId: null})})
  const plan = planRepair(
    someFacts({students, payments: [aPayment()]}),
    {subject: {payment: 'cs_live_1'}, kind: 'dismiss', reason: 'seen'},
    {now: NOW},
  )
  const dismissed = {...dismissal, fingerprint: 'refused' in plan ? null : plan.fingerprint}
  const inPlace = anEntitlement({upgradeHistory: [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_bo'}]})

  // The same objects before and after: else each would be a change by itself.
  const [paid, held, hand] = [aPayment(), anEntitlement(), byHand()]
  const [second, withBos] = [anEntitlement({id: 'sub2'}), anEntitlement(carriesBos)]

  test.each<[string, Partial<Facts>, Partial<Facts>]>([
    ['a payment comes', {payments: []}, {payments: [paid]}],
    ['a payment goes, and leaves its pass behind', {payments: [paid], entitlements: [held]}, {payments: []}],
    [
      'money goes back',
      {payments: [paid], entitlements: [held]},
      {payments: [aPayment({fullyRefunded: true, refunded: 200_000})]},
    ],
    ['a pass comes', {payments: [paid]}, {entitlements: [held]}],
    ['a pass goes', {payments: [paid], entitlements: [held]}, {entitlements: []}],
    [
      'a pass comes to another student',
      {payments: [paid], entitlements: [held]},
      {entitlements: [anEntitlement({student: 'u2'})]},
    ],
    [
      'a pass carries the payment of another',
      {payments: [paid, bosPayment], entitlements: [held]},
      {entitlements: [withBos]},
    ],
    [
      'a pass no longer carries the payment of another',
      {payments: [paid, bosPayment], entitlements: [withBos]},
      {entitlements: [held]},
    ],
    [
      'a payment comes that the pass of another carries',
      {payments: [paid], entitlements: [withBos]},
      {payments: [paid, bosPayment]},
    ],
    [
      'somebody pays whose pass carries the payment of another',
      {payments: [bosPayment], entitlements: [withBos]},
      {payments: [paid, bosPayment]},
    ],
    [
      'a pass without ids comes to somebody who is known by email only',
      {payments: [aPayment({names: someNames({clerkId: null})})]},
      {entitlements: [hand]},
    ],
    [
      'a pass was upgraded in place with the payment of another',
      {payments: [paid, bosPayment], entitlements: [held]},
      {entitlements: [inPlace]},
    ],
    ['an upgrade is paid', {passes, payments: [], entitlements: [old]}, {payments: [upgrade]}],
    [
      'an upgrade by another is paid',
      {passes, payments: [], entitlements: [old]},
      {payments: [{...upgrade, email: 'bo@example.com', names: {...upgrade.names, clerkId: 'user_2'}}]},
    ],
    [
      'an upgrade is paid by nobody known',
      {passes, payments: [], entitlements: [old]},
      {payments: [{...upgrade, email: null, names: {...upgrade.names, clerkId: null}}]},
    ],
    [
      'the pass goes that an upgrade starts from',
      {passes, payments: [upgrade], entitlements: [old, made]},
      {entitlements: [made]},
    ],
    [
      'the pass that an upgrade starts from ends',
      {passes, payments: [upgrade], entitlements: [old, made]},
      {entitlements: [{...old, active: false}, made]},
    ],
    ['an upgrade goes', {passes, payments: [upgrade], entitlements: [old, made]}, {payments: []}],
    ['a mismatch is dismissed', {payments: [paid]}, {records: [dismissal]}],
    ['a dismissal goes', {payments: [paid], records: [dismissal]}, {records: []}],
    ['a grant is recorded whose pass is gone', {payments: [paid]}, {records: [grant]}],
    [
      'a grant is taken back by a record that names no payment',
      {payments: [paid], records: [grant], entitlements: [anEntitlement({active: false})]},
      {records: [grant, undone]},
    ],
    [
      'one of two passes of a payment is upgraded by another payment',
      {passes, payments: [paid], entitlements: [held, second]},
      {payments: [paid, {...upgrade, names: {...upgrade.names, upgradeFrom: 'sub2'}}]},
    ],
    [
      'one of two passes of a payment is upgraded by somebody else',
      {passes, payments: [paid], entitlements: [held, second]},
      {payments: [paid, bosUpgrade]},
    ],
    [
      'the other of two passes of a payment is upgraded by somebody else',
      {passes, payments: [paid], entitlements: [held, second]},
      {payments: [paid, {...bosUpgrade, names: {...bosUpgrade.names, upgradeFrom: 'sub1'}}]},
    ],
    [
      'a pass without ids is upgraded, so that it is nobody’s to link',
      {passes, payments: [paid], entitlements: [hand]},
      {payments: [paid, {...bosUpgrade, names: {...bosUpgrade.names, upgradeFrom: 'hand1'}}]},
    ],
    [
      'a dismissal is taken back by a record that names neither payment nor pass',
      {payments: [paid], records: [dismissed]},
      {records: [dismissed, {...undone, undoes: dismissed.id}]},
    ],
    [
      'two payments of nobody known, and one is given back',
      {
        payments: [ofNobody('cs_live_x'), ofNobody('cs_live_y')],
        entitlements: [byHand({student: null, session: 'cs_live_y'})],
      },
      {payments: [ofNobody('cs_live_x'), {...ofNobody('cs_live_y'), fullyRefunded: true, refunded: 200_000}]},
    ],
    [
      'two passes of nobody, and one goes',
      {entitlements: [byHand({student: null}), byHand({id: 'hand2', student: null})]},
      {entitlements: [byHand({student: null})]},
    ],
    [
      'the pass goes that the upgrade of somebody else starts from',
      {
        passes,
        payments: [{...bosUpgrade, names: {...bosUpgrade.names, upgradeFrom: 'old'}}],
        entitlements: [old],
      },
      {entitlements: []},
    ],
    [
      'what was made by hand beside a pass is upgraded by somebody else',
      {passes, payments: [paid], entitlements: [held, hand]},
      {payments: [paid, {...bosUpgrade, names: {...bosUpgrade.names, upgradeFrom: 'hand1'}}]},
    ],
    [
      'the pass that carries somebody else’s payment is switched off',
      {payments: [paid, bosPayment], entitlements: [withBos]},
      {entitlements: [anEntitlement({...carriesBos, active: false})]},
    ],
    [
      'a pass that nobody holds is switched off',
      {entitlements: [byHand({student: null})]},
      {entitlements: [byHand({student: null, active: false})]},
    ],
    ['something damaged comes', {payments: [paid]}, {unreadable: [DAMAGED]}],
    ['something damaged is mended', {unreadable: [DAMAGED]}, {unreadable: []}],
    [
      'of three the middle one',
      {payments: [paid, bosPayment, aPayment({id: 'cs_live_3', paymentIntent: 'pi_3'})]},
      {payments: [paid, aPayment({id: 'cs_live_3', paymentIntent: 'pi_3'})]},
    ],
    ['one stands in another place', {payments: [paid, bosPayment]}, {payments: [bosPayment, paid]}],
  ])('%s', (_, before, change) => {
    const facts = someFacts({students, ...before})
    const next = {...facts, ...change}
    const school = judgeSchool(facts, {now: NOW})
    const first = byKey(school.entries())
    expect(first).toEqual(byKey(reconcile(facts, {now: NOW}).entries))
    expect(school.revise(next, {now: NOW})).toBe(true)
    expect(byKey(school.entries())).toEqual(byKey(reconcile(next, {now: NOW}).entries))
    // And back again: nothing of the way there is left behind.
    expect(school.revise(facts, {now: NOW})).toBe(true)
    expect(byKey(school.entries())).toEqual(first)
  })

  const sales = ['a', 'b', 'c', 'd', 'e'].map((name, nth) => {
    const student = `user_${name}`
    return aPayment({
      id: `cs_live_${name}`,
      paymentIntent: `pi_${name}`,
      charge: null,
      email: `${name}@example.com`,
      names: someNames({clerkId: student}),
      paidAt: NOW - nth * 86_400_000,
    })
  })
  const [a, b, c, d, e] = sales
  const again = sales.map((sale) => ({...sale, fullyRefunded: true, refunded: 200_000}))

  test.each([
    ['in the middle one changes', [a, again[1], c, d, e], ['cs_live_b']],
    ['two apart change', [a, again[1], c, again[3], e], ['cs_live_b', 'cs_live_d']],
    ['the first and the last change', [again[0], b, c, d, again[4]], ['cs_live_a', 'cs_live_e']],
    ['one goes from the middle', [a, b, d, e], ['cs_live_c']],
    ['all go but the ends', [a, e], ['cs_live_b', 'cs_live_c', 'cs_live_d']],
    ['one comes in the middle twice', [a, b, c, c, d, e], []],
    ['all are as they were', [a, b, c, d, e], []],
    ['they stand the other way round', [e, d, c, b, a], []],
  ])('of five sales %s: the entries of the others stay the same', (_, next, others) => {
    const buyers = sales.map(({names: {clerkId}, email}) => aStudent({id: `u-${clerkId}`, clerkId, email}))
    const facts = someFacts({students: buyers, payments: sales})
    const later = {...facts, payments: next.filter((sale) => sale !== undefined)}
    const school = judgeSchool(facts, {now: NOW})
    const before = byKey(school.entries())
    expect(before.size).toBe(5)
    expect(school.revise(later, {now: NOW})).toBe(true)
    const after = byKey(school.entries())
    expect(after).toEqual(byKey(reconcile(later, {now: NOW}).entries))
    const changed = [...before].flatMap(([key, entry]) => (after.get(key) === entry ? [] : [key]))
    expect(changed.toSorted()).toEqual(others)
  })

  test('of up to five hundred people at once; of more everybody is judged anew', () => {
    const many = (count: number) =>
      Array.from({length: count}, (_, nth) => aPayment({id: `cs_live_${nth}`, paymentIntent: `pi_${nth}`}))
    const facts = someFacts({students})
    expect(judgeSchool(facts, {now: NOW}).revise({...facts, payments: many(500)}, {now: NOW})).toBe(true)
    expect(judgeSchool(facts, {now: NOW}).revise({...facts, payments: many(501)}, {now: NOW})).toBe(false)
    const records = [dismissal]
    const entitlements = [byHand()]
    expect(
      judgeSchool(facts, {now: NOW}).revise(
        {...facts, payments: many(499), records, entitlements},
        {now: NOW},
      ),
    ).toBe(false)
    expect(
      judgeSchool(facts, {now: NOW}).revise(
        {...facts, payments: many(498), records, entitlements},
        {now: NOW},
      ),
    ).toBe(true)
  })

  test('makes nothing of a school that cannot be seen', () => {
    const blind = someFacts({
      students,
      payments: [aPayment()],
      entitlements: [byHand()],
      unreadable: [DAMAGED],
      blind: {account: null, code: 'account_unreadable', message: 'no access'},
    })
    const school = judgeSchool(blind, {now: NOW})
    expect([...school.entries()]).toEqual([...reconcile(blind, {now: NOW}).entries])
    expect(school.revise({...blind, entitlements: []}, {now: NOW})).toBe(false)
    const seen = judgeSchool(someFacts({students}), {now: NOW})
    expect(seen.revise(blind, {now: NOW})).toBe(false)
  })
})
