import {expect, it} from 'vitest'
import type {Receipt} from '../../../plugin/core/contract/repair.ts'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import {remarksDocument, remarksId} from '../../../plugin/core/documents/remarks-document.ts'
import {documentParts} from '../../../plugin/live/document-parts.ts'
import {
  heldRevision,
  namesUnreadPayment,
  withDocument,
  withoutDocument,
  withReceipt,
  type DocumentParts,
} from '../../../plugin/live/revise-facts.ts'
import {entitlement, facts, payment, student} from '../students/people.ts'

const parts = (of: Partial<DocumentParts>): DocumentParts => ({
  passes: [],
  students: [],
  entitlements: [],
  records: [],
  remarks: [],
  unreadable: [],
  ...of,
})
const held = entitlement({id: 'e1', session: 'cs_1'})
const known = facts({
  entitlements: [held],
  payments: [payment({id: 'cs_1'})],
  students: [student({id: 'ada'})],
})

it('a pass that is held is replaced by what it is now, even when it left the school', () => {
  const now = {...held, rev: 'r2', school: 'tenantU', session: null}
  expect(withDocument(known, 'e1', parts({entitlements: [now]})).entitlements).toEqual([now])
})

it.each([
  ['of this school', {school: 'tenantT', pass: null}, true],
  ['that carries a payment of this school', {school: 'tenantU', pass: null, session: 'cs_1'}, true],
  ['of another school', {school: 'tenantU', pass: null}, false],
  ['of another school without school', {school: null, pass: 'P9'}, false],
])('a new pass %s', (_, of, counts) => {
  const added = entitlement({id: 'e2', ...of})
  const revised = withDocument(known, 'e2', parts({entitlements: [added]}))
  expect(revised.entitlements.includes(added)).toBe(counts)
  expect(revised === known).toBe(!counts)
})

it('a stranger who signs up elsewhere changes nothing', () => {
  const stranger = student({id: 'zoe', school: 'tenantU'})
  expect(withDocument(known, 'zoe', parts({students: [stranger]}))).toBe(known)
  const twin = student({id: 'ada-2', school: 'tenantU', email: 'ada@example.com'})
  expect(withDocument(known, 'ada-2', parts({students: [twin]})).students).toContain(twin)
})

it('a document that became unreadable is one bad row, and no longer a pass', () => {
  const bad = {source: 'document', id: 'e1', type: 'subscription', field: 'purchasePrice'} as const
  const revised = withDocument(known, 'e1', parts({unreadable: [bad]}))
  expect(revised.entitlements).toEqual([])
  expect(revised.unreadable).toEqual([bad])
  expect(withDocument(revised, 'e1', parts({entitlements: [held]})).unreadable).toEqual([])
})

it('a document that is gone is gone, and one that was never here changes nothing', () => {
  expect(withoutDocument(known, 'e1').entitlements).toEqual([])
  expect(withoutDocument(known, 'e9')).toBe(known)
})

const receipt = (of: Partial<Receipt>): Receipt => ({
  subject: {payment: 'cs_1'},
  kind: 'grant',
  record: {
    id: 'passRepair.cs_1.1',
    payment: 'cs_1',
    kind: 'grant',
    verdict: 'missing',
    entitlements: ['e1'],
    actor: {id: 'p-tove', name: 'Tove', via: 'studio'},
    at: 1,
    reason: null,
    undoes: null,
    fingerprint: null,
    message: null,
  },
  entitlements: [],
  ...of,
})

it('a receipt adds the pass and the record; a second time it changes nothing', () => {
  const made = entitlement({id: 'e3', rev: 'r1', session: 'cs_1'})
  const revised = withReceipt(known, receipt({entitlements: [made]}))
  expect(revised.entitlements).toEqual([held, made])
  expect(revised.records).toHaveLength(1)
  expect(withReceipt(revised, receipt({entitlements: [made]}))).toBe(revised)
})

it('a receipt does not take back what the listener brought since', () => {
  const late = {...held, rev: 'r0', updatedAt: held.updatedAt - 1}
  expect(withReceipt(known, receipt({entitlements: [late]})).entitlements).toEqual([held])
})

it('a pass for a payment that was not read asks for that payment first', () => {
  expect(namesUnreadPayment(known, entitlement({id: 'e4', session: 'cs_new'}))).toBe(true)
  expect(namesUnreadPayment(known, entitlement({id: 'e4', session: 'cs_1'}))).toBe(false)
  expect(namesUnreadPayment(known, entitlement({id: 'e4', paymentIntent: 'pi_cs_1'}))).toBe(false)
  expect(namesUnreadPayment(known, entitlement({id: 'e4'}))).toBe(false)
  expect(namesUnreadPayment({...known, denied: ['cs_x']}, entitlement({id: 'e4', session: 'cs_x'}))).toBe(
    false,
  )
})

it('what colleagues say at this school is heard, replaced and taken away; what is said at another is not', () => {
  const said = (school: string, rev: string, text: string) => ({
    ...remarksDocument(school, {
      about: 'cs_1',
      list: [{id: 'x', text, waiting: false, by: {id: 'p', name: 'Tove'}, at: 0}],
    }).fields,
    _id: remarksId(school, 'cs_1'),
    _type: 'passRemarks',
    _rev: rev,
  })
  const at = facts({})
  const id = remarksId(at.school.id, 'cs_1')
  const hear = (now: Facts, document: {_id: string}) =>
    withDocument(now, document._id, documentParts(document, now))
  const elsewhere = hear(at, said('school-elsewhere', '1', 'theirs'))
  expect(elsewhere.remarks).toEqual([])
  const once = hear(at, said(at.school.id, '1', 'ours'))
  expect(heldRevision(once, id)).toBe('1')
  const twice = hear(once, said(at.school.id, '2', 'ours, later'))
  expect(twice.remarks.map(({rev, list}) => [rev, list[0]?.text])).toEqual([['2', 'ours, later']])
  expect(withoutDocument(twice, id).remarks).toEqual([])
})
