import {describe, expect, test} from 'vitest'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Names, Payment, PaymentLine} from '../../plugin/core/contract/payment.ts'
import {
  aPass,
  aPayment,
  aStudent,
  anEntitlement,
  BOUGHT,
  byHand,
  NO_NAMES,
  NOW,
  OPENED,
  someNames,
  stored,
} from './build-facts.ts'
import {entriesOf, entryOf, judged} from './judged.ts'

const bo = aStudent({id: 'u2', clerkId: 'user_2', email: 'bo@example.com'})

function lineOf(product: Partial<Names>, description: string | null = null): PaymentLine {
  return {description, quantity: 1, product: {...NO_NAMES, ...product}}
}

describe('whose a payment is', () => {
  const anonymous = {names: someNames({clerkId: null})}

  test('products that name two people leave it to a person, and those who exist to choose from', () => {
    const lines = [lineOf({clerkId: 'user_1'}), lineOf({clerkId: 'user_2'}), lineOf({clerkId: 'user_9'})]
    expect(judged({students: [aStudent(), bo], payments: [aPayment({...anonymous, lines})]})).toMatchObject({
      verdict: 'unattributed',
      reasons: ['ambiguous_student'],
      student: null,
      repair: {choices: [{student: 'u1'}, {student: 'u2'}]},
    })
  })

  test('the session’s own name stands above the products’', () => {
    const lines = [lineOf({clerkId: 'user_2'})]
    const entry = judged({students: [aStudent(), bo], payments: [aPayment({lines})]})
    expect(entry).toMatchObject({student: 'u1', reasons: ['nothing_granted']})
    expect(entry.evidence).toContainEqual({kind: 'student_named', by: 'metadata'})
  })

  test('how it was known is kept', () => {
    const evidence = (paid: Partial<Payment>) => judged({payments: [aPayment(paid)]}).evidence
    const named = (clerkId: string | null, pass: string | null) => someNames({clerkId, pass})
    const lines = [lineOf({clerkId: 'user_1', pass: 'P3'})]
    expect(evidence({names: named(null, null), lines})).toEqual([
      {kind: 'student_named', by: 'product'},
      {kind: 'pass_named', by: 'product'},
      {kind: 'amount_equal'},
    ])
    expect(evidence({names: named(null, null)})).toEqual([
      {kind: 'student_named', by: 'email'},
      {kind: 'pass_named', by: 'line_item'},
      {kind: 'amount_equal'},
    ])
  })

  test('a user whom nobody has, without an email or with one that nobody has, is nobody', () => {
    const choices = {verdict: 'unattributed', reasons: ['no_student'], repair: {choices: []}}
    const names = someNames({clerkId: 'user_9'})
    for (const email of [null, 'nobody@example.com']) {
      expect(judged({payments: [aPayment({names, email})]})).toMatchObject(choices)
      expect(judged({payments: [aPayment({...anonymous, email})]})).toMatchObject(choices)
    }
    const emailless = [aStudent({email: null})]
    expect(judged({students: emailless, payments: [aPayment({...anonymous, email: null})]})).toMatchObject(
      choices,
    )
  })

  test('several documents of one person are one person, this school’s own first, then the oldest', () => {
    const documents = [
      aStudent({id: 'uC', school: null, createdAt: OPENED - DAY}),
      aStudent({id: 'uB', createdAt: OPENED + DAY}),
      aStudent({id: 'uA', createdAt: OPENED + DAY}),
      aStudent({id: 'uD', createdAt: OPENED + 2 * DAY}),
    ]
    for (const students of [documents, documents.toReversed()]) {
      expect(judged({students, payments: [aPayment()]})).toMatchObject({verdict: 'missing', student: 'uA'})
      expect(judged({students, payments: [aPayment(anonymous)]})).toMatchObject({student: 'uA'})
      expect(
        judged({students: students.filter(({school}) => school !== 'T'), payments: [aPayment()]}),
      ).toMatchObject({
        student: 'uC',
      })
    }
  })

  test('those who share an email are offered oldest first, twins by their ids', () => {
    const sharing = [
      aStudent({id: 'uB', clerkId: 'b', createdAt: OPENED}),
      aStudent({id: 'uA', clerkId: 'a', createdAt: OPENED}),
      aStudent({id: 'uZ', clerkId: 'z', createdAt: OPENED - DAY}),
    ]
    for (const students of [sharing, sharing.toReversed()]) {
      expect(judged({students, payments: [aPayment(anonymous)]}).repair?.choices).toEqual([
        {student: 'uZ'},
        {student: 'uA'},
        {student: 'uB'},
      ])
    }
  })
})

describe('which pass was paid for', () => {
  test('products that name two leave it to a person', () => {
    const lines = [lineOf({pass: 'P9'}), lineOf({pass: 'P3'})]
    expect(judged({payments: [aPayment({names: someNames({pass: null}), lines})]})).toMatchObject({
      reasons: ['ambiguous_pass'],
      pass: null,
      repair: {choices: [{pass: 'P3'}, {pass: 'P9'}]},
    })
  })

  test('a text names a pass whatever its spaces and case, and no text names one without a name', () => {
    const text = (description: string | null, name: string | null = ' 10 Single Clip Card ') =>
      judged({
        passes: [aPass({name})],
        payments: [aPayment({names: someNames({pass: null}), lines: [lineOf({}, description)]})],
      })
    expect(text('10 Single Clip Card')).toMatchObject({pass: 'P3'})
    expect(text(' 10 single CLIP card')).toMatchObject({pass: 'P3'})
    for (const name of [null, '', ' ']) {
      for (const description of [null, '', ' ', 'null']) {
        expect(text(description, name)).toMatchObject({reasons: ['no_pass'], pass: null})
      }
    }
  })

  test('that it was deleted is said beside who is not known', () => {
    const names = someNames({clerkId: 'user_9', pass: 'P_gone'})
    expect(judged({payments: [aPayment({names, email: null})]}).reasons).toEqual([
      'no_student',
      'pass_deleted',
    ])
  })

  test('a product that names a class and no pass is a booking; one that names both is a pass', () => {
    const names = {...NO_NAMES, clerkId: 'user_1', school: 'T'}
    const verdict = (product: Partial<Names>, sale: string | null = null) =>
      judged({
        payments: [aPayment({names: {...names, sale}, lines: [lineOf(product, '10 Single Clip Card')]})],
      }).verdict
    expect(verdict({classBooking: 'class-1'})).toBe('excluded')
    expect(verdict({classBooking: 'class-1', pass: 'P3'})).toBe('missing')
    expect(verdict({classBooking: 'class-1'}, 'pass_purchase')).toBe('missing')
    const booking = aPayment({names: {...names, classBooking: 'class-1'}, lines: [lineOf({pass: 'P3'})]})
    expect(judged({payments: [booking]})).toMatchObject({verdict: 'excluded', reasons: ['not_a_pass']})
  })
})

describe('which entitlement carries the payment', () => {
  const withoutIds = {session: null, paymentIntent: null}

  test('a charge’s id, or that of the intent that the charge names, is as good', () => {
    const paid = aPayment({paymentIntent: 'pi_a', charge: 'ch_a', chargePaymentIntent: 'pi_b'})
    for (const [paymentIntent, kind] of [
      ['pi_a', 'same_payment_intent'],
      ['ch_a', 'same_charge'],
      ['pi_b', 'same_charge'],
    ] as const) {
      const entry = judged({payments: [paid], entitlements: [anEntitlement({session: null, paymentIntent})]})
      expect(entry.verdict).toBe('matched')
      expect(entry.evidence[0]).toEqual({kind})
    }
  })

  test('an intent stands above a charge', () => {
    const first = aPayment({id: 'cs_live_1', charge: 'ch_x'})
    const second = aPayment({id: 'cs_live_2'})
    const held = anEntitlement({session: 'ch_x', paymentIntent: 'pi_cs_live_2'})
    expect(entryOf('cs_live_2', {payments: [first, second], entitlements: [held]}).entitlements).toEqual([
      'sub1',
    ])
    expect(entryOf('cs_live_1', {payments: [first, second], entitlements: [held]}).entitlements).toEqual([])
  })

  test('of two payments with one intent the first by its id has it, whichever was read first', () => {
    const payments = ['cs_live_2', 'cs_live_1', 'cs_live_3'].map((id) =>
      aPayment({id, paymentIntent: 'pi_same'}),
    )
    const entitlements = [anEntitlement({session: null, paymentIntent: 'pi_same'})]
    for (const read of [payments, payments.toReversed()]) {
      expect(entryOf('cs_live_1', {payments: read, entitlements}).entitlements).toEqual(['sub1'])
      expect(entryOf('cs_live_2', {payments: read, entitlements}).entitlements).toEqual([])
    }
  })

  test('one that carries the session and has it in its history stands once', () => {
    const history = [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_1'}]
    const entitlements = [anEntitlement({upgradeHistory: history}), anEntitlement({id: 'sub2'})]
    expect(judged({payments: [aPayment()], entitlements}).entitlements).toEqual(['sub1', 'sub2'])
    const stranger = [{fromPass: 'P2', toPass: 'P3', session: 'cs_live_0'}]
    expect(
      judged({payments: [aPayment()], entitlements: [anEntitlement({upgradeHistory: stranger})]}).notes,
    ).toContain('in_place_upgrade')
  })

  test('of those that stand, an active one is judged, then one that ended, then one ended by hand', () => {
    const school = (held: Partial<Entitlement>, at: number) =>
      anEntitlement({createdAt: BOUGHT + at * MINUTE, id: `sub${at}`, ...held})
    const judgedBy = (...entitlements: Entitlement[]) =>
      entryOf('cs_live_1', {payments: [aPayment()], entitlements})
    const byReason = school({active: false, deactivationReason: 'moved'}, 1)
    const plain = school({active: false}, 2)
    const over = school({ends: stored(NOW), passName: null}, 3)
    const good = school({school: null}, 4)
    expect(judgedBy(byReason, plain)).toMatchObject({verdict: 'hidden', reasons: ['inactive']})
    expect(judgedBy(byReason, plain, over)).toMatchObject({verdict: 'wrong_terms', reasons: ['name']})
    expect(judgedBy(byReason, plain, over, good)).toMatchObject({
      verdict: 'hidden',
      reasons: ['school_absent'],
    })
    expect(judgedBy(school({passName: null}, 1), school({}, 2)).reasons).toEqual(['same_session', 'name'])
    expect(judgedBy(over, school({ends: stored(NOW)}, 5))).toMatchObject({reasons: ['name']})
  })

  test('what was ended by an upgrade is not a hidden pass', () => {
    for (const away of [{upgradedAt: stored(BOUGHT + DAY)}, {upgradedToPass: 'P9'}]) {
      const entry = judged({payments: [aPayment()], entitlements: [anEntitlement({active: false, ...away})]})
      expect(entry).toMatchObject({verdict: 'matched', notes: ['upgraded_away']})
    }
  })

  const hands = (...days: number[]) =>
    days.map((day) => byHand({id: `hand${day}`, createdAt: BOUGHT + day * DAY, ...withoutIds}))

  test('by hand: in the order of time, whichever was read first', () => {
    const payments = [0, 20].map((day) =>
      aPayment({id: `cs_live_${day}`, createdAt: BOUGHT - (30 - day) * DAY}),
    )
    const held = hands(-29, -9)
    for (const [read, entitlements] of [
      [payments, held],
      [payments.toReversed(), held.toReversed()],
    ] as const) {
      const of = (key: string) =>
        entryOf(key, {payments: [...read], entitlements: [...entitlements]}).entitlements
      expect([of('cs_live_0'), of('cs_live_20')]).toEqual([['hand-29'], ['hand-9']])
    }
  })

  test('by hand: twins are taken by their ids', () => {
    const payments = ['cs_live_2', 'cs_live_1'].map((id) => aPayment({id}))
    const twins = ['b', 'a'].map((id) => byHand({id, createdAt: BOUGHT + DAY}))
    for (const [read, entitlements] of [
      [payments, twins],
      [payments.toReversed(), twins.toReversed()],
    ] as const) {
      const of = (key: string) =>
        entryOf(key, {payments: [...read], entitlements: [...entitlements]}).entitlements
      expect([of('cs_live_1'), of('cs_live_2')]).toEqual([['b'], ['a']])
    }
  })

  test('by hand: from the moment of the payment to the end of the fourteenth day', () => {
    const linked = (at: number) =>
      entryOf(
        'cs_live_1',
        {payments: [aPayment()], entitlements: [byHand({createdAt: BOUGHT + at})]},
        {now: BOUGHT + 30 * DAY},
      ).verdict
    expect([linked(-1), linked(0), linked(14 * DAY), linked(14 * DAY + 1)]).toEqual([
      'missing',
      'unlinked',
      'unlinked',
      'missing',
    ])
  })

  test('by hand: what somebody ended is not linked, but what an upgrade ended is', () => {
    const [hand] = hands(1)
    const of = (words: Partial<Entitlement>) =>
      judged({payments: [aPayment()], entitlements: [{...byHand(), ...hand, ...words}]})
    expect(of({active: false})).toMatchObject({
      verdict: 'missing',
      reasons: ['nothing_granted', 'similar_entitlement'],
    })
    expect(of({active: false, upgradedToPass: 'P9'})).toMatchObject({verdict: 'unlinked'})
    expect(entriesOf({payments: [aPayment()], entitlements: [{...byHand(), pass: null}]})).toHaveLength(2)
  })

  test.each<[string, Partial<Payment>]>([
    ['another school’s', {account: 'acct_U', names: someNames({school: 'U'})}],
    ['test', {live: false}],
    ['unpaid', {paid: false}],
    ['refunded', {refunded: 200_000, fullyRefunded: true}],
    ['a class’s', {names: {...NO_NAMES, clerkId: 'user_1', pass: 'P3', sale: 'class'}}],
  ])('by hand: %s money takes nothing from money that counts', (_, words) => {
    const other = aPayment({id: 'cs_live_2', createdAt: BOUGHT + 2 * MINUTE, ...words})
    const facts = {payments: [aPayment(), other], entitlements: hands(1)}
    expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'unlinked', entitlements: ['hand1']})
    expect(entryOf('cs_live_2', facts).entitlements).toEqual([])
  })

  test('by hand: who was granted one already takes none from who was not', () => {
    const other = aPayment({id: 'cs_live_2', createdAt: BOUGHT + MINUTE})
    const own = (words: Partial<Entitlement>) =>
      anEntitlement({id: 'own', session: 'cs_live_2', paymentIntent: 'pi_cs_live_2', ...words})
    for (const words of [{}, {ends: stored(NOW - DAY)}, {active: false, upgradedToPass: 'P9'}]) {
      const facts = {payments: [aPayment(), other], entitlements: [own(words), ...hands(1)]}
      expect(entryOf('cs_live_1', facts)).toMatchObject({verdict: 'unlinked', entitlements: ['hand1']})
    }
  })

  test('by hand: a leftover is one that is active, of a payment whose own is active, and that nobody upgraded', () => {
    const of = (own: Partial<Entitlement>, hand: Partial<Entitlement> = {}, more: Payment[] = []) =>
      entryOf('cs_live_1', {
        payments: [aPayment(), ...more],
        entitlements: [anEntitlement(own), ...hands(1).map((one) => ({...one, ...hand}))],
      }).entitlements
    expect(of({})).toEqual(['sub1', 'hand1'])
    expect(of({ends: stored(NOW - DAY)})).toEqual(['sub1'])
    expect(of({}, {ends: stored(NOW - DAY)})).toEqual(['sub1'])
    expect(of({}, {active: false})).toEqual(['sub1'])
    expect(of({}, {createdAt: BOUGHT + 14 * DAY})).toEqual(['sub1', 'hand1'])
    expect(of({}, {createdAt: BOUGHT})).toEqual(['sub1', 'hand1'])
    const names = someNames({sale: 'pass_upgrade', upgradeFrom: 'hand1', pass: 'P9'})
    expect(of({}, {}, [aPayment({id: 'cs_live_9', names, createdAt: BOUGHT + 2 * DAY})])).toEqual(['sub1'])
  })

  test('by hand: leftovers belong to the latest payment before them', () => {
    const later = aPayment({id: 'cs_live_2', createdAt: BOUGHT + 3 * DAY})
    const own = anEntitlement({
      id: 'own2',
      session: 'cs_live_2',
      paymentIntent: null,
      createdAt: BOUGHT + 3 * DAY,
    })
    const facts = {payments: [later, aPayment()], entitlements: [own, anEntitlement(), ...hands(4, 1, 5)]}
    expect(entryOf('cs_live_1', facts).entitlements).toEqual(['sub1', 'hand1'])
    expect(entryOf('cs_live_2', facts).entitlements).toEqual(['own2', 'hand4', 'hand5'])
  })

  test('by hand: one that ends in the moment of the payment, or has no end, may be the payment’s', () => {
    const before = (ends: Entitlement['ends']) =>
      entryOf('cs_live_1', {payments: [aPayment()], entitlements: [byHand({createdAt: BOUGHT - DAY, ends})]})
        .reasons
    const similar = ['nothing_granted', 'similar_entitlement']
    expect(before(stored(BOUGHT))).toEqual(similar)
    expect(before(null)).toEqual(similar)
    expect(before(stored(BOUGHT - 1))).toEqual(['nothing_granted'])
  })
})

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
    const emailless = [
      aStudent({email: null}),
      aStudent({id: 'u2', clerkId: 'user_2', email: null, ...later}),
    ]
    expect(of({}, {email: null}, {students: emailless}).notes).toEqual([])
    expect(of({student: 'user_1'}).notes).toEqual(['legacy_reference'])
  })
})
