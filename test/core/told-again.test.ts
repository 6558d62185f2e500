import {describe, expect, test} from 'vitest'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Unreadable} from '../../plugin/core/contract/facts.ts'
import type {RepairRecord} from '../../plugin/core/contract/repair.ts'
import {answers} from '../../plugin/core/reconcile/answers.ts'
import {fingerprintOf} from '../../plugin/core/reconcile/fingerprint.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {
  aPass,
  aPayment,
  aRecord,
  aStudent,
  anEntitlement,
  BOUGHT,
  byHand,
  NOW,
  someFacts,
  stored,
} from './build-facts.ts'
import {entriesOf, judged} from './judged.ts'

const payments = [aPayment()]

describe('what was dismissed', () => {
  const fingerprint = fingerprintOf(judged({payments}))
  const dismissal = aRecord({kind: 'dismiss', reason: 'paid twice', fingerprint})
  const said = {by: 'Nora Vik', at: dismissal.at, reason: 'paid twice'}
  const dismissed = (...records: RepairRecord[]) => judged({payments, records}).dismissed

  test('stays so while its facts are the same, and only by a dismissal that stands', () => {
    expect(dismissed(dismissal)).toEqual(said)
    expect(dismissed({...dismissal, reason: null})).toEqual({...said, reason: ''})
    expect(dismissed({...dismissal, fingerprint: 'other'})).toBeNull()
    expect(dismissed({...dismissal, undoes: 'x'})).toBeNull()
    expect(dismissed({...dismissal, kind: 'correct'})).toBeNull()
    const undo = aRecord({id: 'r2', undoes: dismissal.id, kind: 'dismiss', at: NOW})
    expect(dismissed(dismissal, undo)).toBeNull()
    expect(dismissed(dismissal, undo, aRecord({id: 'r3', undoes: 'r2', kind: 'dismiss'}))).toEqual(said)
  })

  test('comes back by the last word: taken back, kept after all, and taken back again', () => {
    const undone = (id: string, undoes: string, at: number) => aRecord({id, undoes, kind: 'dismiss', at})
    const words = [
      dismissal,
      undone('r2', dismissal.id, BOUGHT + 2 * DAY),
      undone('r3', 'r2', BOUGHT + 3 * DAY),
      undone('r4', dismissal.id, BOUGHT + 4 * DAY),
    ]
    expect(dismissed(...words.slice(0, 3))).toEqual(said)
    expect(dismissed(...words)).toBeNull()
  })

  test('is told by its newest dismissal, twins by their ids', () => {
    const twins = [
      {...dismissal, id: 'r1', reason: 'first'},
      {...dismissal, id: 'r2', reason: 'second'},
    ]
    for (const records of [twins, twins.toReversed()]) {
      expect(judged({payments, records}).dismissed?.reason).toBe('second')
      const later = {...dismissal, id: 'r0', reason: 'latest', at: NOW}
      expect(judged({payments, records: [...records, later]}).dismissed?.reason).toBe('latest')
      expect(judged({payments, records: [later, ...records]}).dismissed?.reason).toBe('latest')
    }
  })

  test('a pass without payment is dismissed by its own id; what is in order is not', () => {
    const loose = {entitlements: [byHand()]}
    const own = aRecord({
      kind: 'dismiss',
      payment: null,
      entitlements: ['hand1'],
      fingerprint: fingerprintOf(judged(loose)),
      reason: 'known',
    })
    expect(judged({...loose, records: [own]}).dismissed?.reason).toBe('known')
    const fine = {payments, entitlements: [anEntitlement()]}
    const same = {...dismissal, fingerprint: fingerprintOf(judged(fine))}
    expect(judged({...fine, records: [same]}).dismissed).toBeNull()
  })

  test('a ring of records that take each other back is damage and ends', () => {
    const ring = ['a', 'b'].map((id, at, all) =>
      aRecord({id, kind: 'dismiss', fingerprint, undoes: all[1 - at] ?? null}),
    )
    expect(() => judged({payments, records: [...ring, dismissal]})).not.toThrow()
  })

  test('a mismatch is the same at another time, and another when what would be written is', () => {
    const print = (facts: Parameters<typeof judged>[0], now = NOW) => fingerprintOf(judged(facts, {now}))
    const held = (words: object) => ({payments, entitlements: [anEntitlement(words)]})
    expect(print(held({school: null}))).toBe(print(held({school: null}), NOW + DAY))
    expect(print(held({school: null}))).not.toBe(print(held({school: null, passName: null})))
    expect(print({payments, passes: [aPass()]})).toBe(print({payments, passes: [aPass({validityDays: 60})]}))
    expect(print(held({ends: null}))).toBe(print(held({ends: null, starts: stored(BOUGHT - 1)})))
    expect(print(held({type: 'single', classesLeft: 1}))).not.toBe(
      print(held({type: 'single', classesLeft: 0})),
    )
  })
})

describe('records that cannot be read', () => {
  const bad = (words: Partial<Unreadable>): Unreadable => ({
    source: 'document',
    id: null,
    type: 'subscription',
    field: 'user',
    ...words,
  })

  test('are one row each, in one order, whatever was read first', () => {
    const unreadable = [
      bad({field: 'b'}),
      bad({field: 'a'}),
      bad({id: 'sub2'}),
      bad({source: 'payment', id: 'cs_live_2', type: null, field: 'created'}),
      bad({source: 'payment', type: null, field: 'line 7'}),
    ]
    const rows = (records: Unreadable[]) =>
      entriesOf({unreadable: records}).map(({key, payment, entitlements, reasons, evidence}) => ({
        key,
        payment,
        entitlements,
        reasons,
        evidence,
      }))
    const field = (name: string) => [{kind: 'unreadable_field', field: name}]
    const document = {payment: null, entitlements: [], reasons: ['unreadable_document']}
    const payment = {payment: null, entitlements: [], reasons: ['unreadable_payment']}
    expect(rows(unreadable)).toEqual([
      {...payment, key: 'cs_live_2', payment: 'cs_live_2', evidence: field('created')},
      {...document, key: 'sub2', entitlements: ['sub2'], evidence: field('user')},
      {...document, key: 'unreadable-1', evidence: field('a')},
      {...document, key: 'unreadable-2', evidence: field('b')},
      {...payment, key: 'unreadable-3', evidence: field('line 7')},
    ])
    expect(rows(unreadable.toReversed())).toEqual(rows(unreadable))
  })

  test('make no second row for what was read all the same, nor for what was told before', () => {
    const twice = [bad({id: 'sub1'}), bad({id: 'sub9'}), bad({id: 'sub9', field: 'type'})]
    const keys = entriesOf({entitlements: [byHand({id: 'sub1'})], unreadable: twice}).map(({key}) => key)
    expect(keys).toEqual(['sub1', 'sub9'])
  })

  test('a user that cannot be read is no pass', () => {
    expect(judged({unreadable: [bad({id: 'u9', type: 'user'})]}).entitlements).toEqual([])
  })
})

describe('the list', () => {
  test('is newest first, then by id, and sums up what it says', () => {
    const at = (id: string, days: number) => aPayment({id, createdAt: BOUGHT - days * DAY})
    const some = [at('cs_live_b', 1), at('cs_live_c', 0), at('cs_live_a', 1)]
    for (const read of [some, some.toReversed()]) {
      expect(entriesOf({payments: read}).map(({key}) => key)).toEqual(['cs_live_c', 'cs_live_a', 'cs_live_b'])
    }
    const {totals, asOf, school} = reconcile(
      someFacts({
        payments: [...payments, at('cs_live_2', 3), aPayment({id: 'cs_live_3', paid: false})],
        entitlements: [anEntitlement(), byHand({complimentary: true, pass: 'P9'})],
        ignored: 2,
      }),
      {now: NOW},
    )
    expect({totals, asOf, school}).toEqual({
      totals: {
        payments: 3,
        entitlements: 2,
        mismatches: 1,
        verdicts: {matched: 2, missing: 1, excluded: 1},
        ignored: 2,
      },
      asOf: NOW,
      school: 'T',
    })
  })

  test('of two readings of one session the later one counts, whichever came first', () => {
    const later = aPayment({refunded: 200_000, fullyRefunded: true})
    const named = aPayment({payerName: 'Zoe'})
    for (const read of [
      [aPayment(), later],
      [later, aPayment()],
    ]) {
      expect(judged({payments: read})).toMatchObject({verdict: 'matched'})
    }
    for (const read of [
      [aPayment(), named],
      [named, aPayment()],
    ]) {
      expect(judged({payments: read}, {application: 'ca_ours'}).verdict).toBe('missing')
    }
    const half = aPayment({refunded: 90_000})
    for (const read of [
      [half, later],
      [later, half],
    ]) {
      expect(judged({payments: read})).toMatchObject({verdict: 'matched'})
    }
    const lines = [{description: null, quantity: 2, product: null}]
    const readings = [aPayment(), aPayment({lines})]
    expect(judged({payments: readings})).toEqual(judged({payments: readings.toReversed()}))
  })

  test('an edit of a pass without payment is said', () => {
    const drafts = [{id: 'hand1', type: 'subscription', session: null, paymentIntent: null}]
    expect(judged({entitlements: [byHand()], drafts}).notes).toEqual(['open_draft'])
    expect(judged({entitlements: [byHand()]})).toMatchObject({
      notes: [],
      evidence: [],
      student: 'u1',
      pass: 'P3',
    })
    const unknown = byHand({student: 'u9', pass: 'P9'})
    expect(judged({entitlements: [unknown]})).toMatchObject({student: null, pass: null})
  })

  test('payments are read from the latest beginning of all accounts on', () => {
    const read = [BOUGHT - DAY, BOUGHT + DAY, BOUGHT].map((from) => ({account: 'acct_T', from, to: NOW}))
    expect(entriesOf({read, entitlements: [byHand({createdAt: BOUGHT + DAY - 1})]})).toEqual([])
    expect(entriesOf({read, entitlements: [byHand({createdAt: BOUGHT + DAY})]})).toHaveLength(1)
  })

  test('an account that is nobody’s here blinds nobody, and the platform’s own blinds all', () => {
    const blind = (account: string | null) =>
      reconcile(someFacts({payments, blind: {account, code: '', message: ''}}), {now: NOW}).fault
    expect([blind('acct_T'), blind(null), blind('acct_U')]).toEqual([
      'account_unreadable',
      'account_unreadable',
      null,
    ])
  })
})

describe('what was decided before', () => {
  const students = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2'})]
  const facts = {students, payments, entitlements: [anEntitlement({student: 'u2'})]}
  const decided = aRecord({kind: 'correct', verdict: 'conflict'})
  const verdict = (...records: RepairRecord[]) => judged({...facts, records}).verdict

  test('is not asked again, as long as it stands and was about this', () => {
    expect(verdict()).toBe('conflict')
    expect(verdict(decided)).toBe('matched')
    expect(verdict({...decided, kind: 'dismiss'})).toBe('conflict')
    expect(verdict({...decided, verdict: 'missing'})).toBe('conflict')
    expect(verdict({...decided, undoes: 'x'})).toBe('conflict')
    expect(verdict({...decided, payment: 'cs_live_2'})).toBe('conflict')
    const undo = aRecord({id: 'r2', kind: 'correct', verdict: 'conflict', undoes: decided.id, at: NOW})
    expect(verdict(decided, undo)).toBe('conflict')
  })
})

describe('what the student’s site says', () => {
  const failing = (held: object, facts: Parameters<typeof someFacts>[0] = {}) => {
    const {shown, bookable} = answers(anEntitlement(held), someFacts(facts), NOW)
    const names = bookable.clauses.filter(({holds}) => !holds).map(({clause}) => clause)
    expect(shown.yes).toBe(shown.clauses.every(({holds}) => holds))
    expect(bookable.yes).toBe(names.length === 0)
    return names
  }

  test('clause by clause', () => {
    const others = [aStudent(), aStudent({id: 'u2', clerkId: 'user_2'})]
    const passes = [aPass(), aPass({id: 'PU', school: 'U'})]
    expect(failing({}, {students: others, passes})).toEqual([])
    expect(failing({student: null})).toEqual(['student'])
    expect(failing({student: 'u9'})).toEqual(['student'])
    expect(failing({ends: null})).toEqual(['ends'])
    expect(failing({ends: stored(NOW)})).toEqual(['ends'])
    expect(failing({ends: stored(NOW + 1)})).toEqual([])
    expect(failing({school: null}, {passes})).toEqual([])
    expect(failing({school: null, pass: 'PU'}, {passes})).toEqual(['school'])
    expect(failing({school: null, pass: 'P9'}, {passes})).toEqual(['school'])
    for (const type of [null, 'multi', 'toString']) expect(failing({type})).toContain('type')
    for (const classesLeft of [null, 0]) expect(failing({classesLeft})).toEqual(['classes'])
    expect(failing({type: 'monthly', classesLeft: null})).toEqual([])
  })
})
