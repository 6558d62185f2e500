import {describe, expect, it} from 'vitest'
import {preview} from '../../plugin/core/contract/repair.ts'
import {odd, tove, una, vic} from './people.ts'
import {previewOf, recordsOf, repair, undo, UNDO} from './repairing.ts'
import {held, NOW, sale, setup} from './setup.ts'

const paid = sale({paymentIntentId: 'pi_3AdasClipCard'})
const payment = {payment: paid.id}
const id = `subscription-${paid.id}`
const wrong = held({stripeSessionId: paid.id, endDate: '2026-03-01T10:00:00.000Z', notes: 'called once'})

async function granted() {
  const at = await setup({sessions: [paid]})
  const {record} = await repair(at, {subject: payment, kind: 'grant'})
  return {at, record}
}

async function corrected() {
  const at = await setup({sessions: [paid], documents: [wrong]})
  const {record} = await repair(at, {subject: payment, kind: 'correct'})
  return {at, record}
}

/** What stands in a document, whenever it was written. */
function fieldsOf(document: object = {}) {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !/^_(rev|updatedAt)$/.test(name)))
}

describe('undo', () => {
  it('of a grant ends the pass with the reason, and its payment can be granted again', async () => {
    const {at, record} = await granted()
    const answer = await undo(at, record.id, {as: odd})
    expect(answer.record).toMatchObject({kind: 'grant', undoes: record.id, actor: {id: odd.id}})
    expect(answer.entitlements).toMatchObject([{id, active: false, deactivationReason: 'undone'}])
    expect(at.document(id)).toMatchObject({
      isActive: false,
      deactivationReason: 'undone',
      deactivatedBy: odd.id,
      deactivatedAt: new Date(NOW).toISOString(),
      stripeSessionId: paid.id,
    })
    const again = await previewOf(at, {subject: payment, kind: 'grant'})
    expect(again).toMatchObject({verdict: 'missing', confidence: 'check'})
    expect(again.reasons).toContain('undone')
    await repair(at, {subject: payment, kind: 'grant'})
    expect(at.ofType('subscription')).toMatchObject([{_id: id, isActive: true}])
    expect(at.ofType('passRepair')).toHaveLength(3)
  })

  it('of a correction puts back what stood there, and nothing else', async () => {
    const {at, record} = await corrected()
    await at.studio().patch('sub1').set({notes: 'called twice'}).commit()
    await undo(at, record.id)
    expect(at.document('sub1')).toMatchObject({
      endDate: '2026-03-01T10:00:00.000Z',
      isActive: true,
      notes: 'called twice',
    })
  })

  it('of a revocation takes away the fields that were not there', async () => {
    const at = await setup({
      sessions: [sale({id: paid.id, refunded: true})],
      documents: [held({stripeSessionId: paid.id})],
    })
    const before = fieldsOf(at.document('sub1'))
    const {record} = await repair(at, {subject: payment, kind: 'revoke'})
    await undo(at, record.id)
    expect(fieldsOf(at.document('sub1'))).toEqual(before)
  })

  it('of an undo is a new repair', async () => {
    const {at, record} = await granted()
    const first = await undo(at, record.id)
    const second = await undo(at, first.record.id)
    expect(second.record).toMatchObject({undoes: first.record.id})
    expect(at.document(id)).toMatchObject({isActive: true, remainingClips: 10})
    expect(at.document(id)).not.toHaveProperty('deactivationReason')
    const third = await undo(at, record.id)
    expect(third.record).toMatchObject({undoes: record.id})
    expect(at.document(id)).toMatchObject({isActive: false})
  })

  it('of a dismissal brings the mismatch back', async () => {
    const at = await setup({sessions: [paid]})
    const dismissal = {subject: payment, kind: 'dismiss', reason: 'paid back in cash'} as const
    const {record} = await repair(at, dismissal)
    await undo(at, record.id)
    expect((await repair(at, dismissal)).record.id).not.toBe(record.id)
    expect(at.ofType('subscription')).toEqual([])
  })

  it('is shown beforehand, and then writes nothing', async () => {
    const {at, record} = await corrected()
    const documents = at.lake.documents().length
    const response = await at.send(UNDO, {body: {record: record.id, dryRun: true}})
    expect(preview.parse(await response.json())).toMatchObject({
      subject: payment,
      kind: 'correct',
      changes: [],
      documents: [{patch: {id: 'sub1', set: {endDate: '2026-03-01T10:00:00.000Z'}, unset: []}}],
    })
    expect(at.lake.documents()).toHaveLength(documents)
  })

  it('asked for by ten clicks of two people at once is done once', async () => {
    const {at, record} = await granted()
    const answers = await Promise.all(
      Array.from({length: 10}, (_, nth) =>
        at.send(UNDO, {body: {record: record.id}, as: nth % 2 === 0 ? tove : odd}),
      ),
    )
    const statuses = answers.map(({status}) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([200, ...Array(9).fill(409)])
    expect(at.ofType('passRepair')).toHaveLength(2)
  })
})

describe('undo is refused', () => {
  it('once the pass was used', async () => {
    const {at, record} = await granted()
    await at.studio().patch(id).set({remainingClips: 9}).commit()
    expect(await at.fault(UNDO, {body: {record: record.id}})).toMatchObject({
      status: 409,
      code: 'used_since',
      detail: {entitlement: id, why: 'edited', field: 'remainingClips'},
    })
    expect(at.document(id)).toMatchObject({isActive: true})
  })

  it('once classes were counted, also where the repair did not write them', async () => {
    const {at, record} = await corrected()
    await at.studio().patch('sub1').set({remainingClips: 9}).commit()
    expect(await at.fault(UNDO, {body: {record: record.id}})).toMatchObject({
      code: 'used_since',
      detail: {field: 'remainingClips'},
    })
  })

  it('once a class was booked, by any of the student’s documents', async () => {
    const {at, record} = await granted()
    await at.studio().create({
      _id: 'class-later',
      _type: 'classInstance',
      date: '2026-03-12T18:00:00.000Z',
      bookings: [
        {
          _key: 'b1',
          student: {_type: 'reference', _ref: 'u1'},
          bookingType: 'clipcard',
          bookingTime: '2026-03-11T10:00:00.000Z',
        },
      ],
    })
    expect(await at.fault(UNDO, {body: {record: record.id}})).toMatchObject({
      code: 'used_since',
      detail: {entitlement: id, why: 'booked'},
    })
  })

  it('once the pass is gone', async () => {
    const {at, record} = await granted()
    await at.studio().delete(id)
    expect(await at.fault(UNDO, {body: {record: record.id}})).toMatchObject({
      code: 'used_since',
      detail: {why: 'gone'},
    })
  })

  it('when it was done already', async () => {
    const {at, record} = await granted()
    await undo(at, record.id)
    expect(await at.fault(UNDO, {body: {record: record.id}})).toMatchObject({
      status: 409,
      code: 'already_repaired',
    })
  })

  it('of another school’s record, of no record, and to a viewer', async () => {
    const {at, record} = await granted()
    expect(await at.fault(UNDO, {body: {record: record.id}, as: una})).toMatchObject({code: 'forbidden'})
    const theirs = {path: '/v1/schools/tenantU/undo', options: {body: {record: record.id}, as: una}}
    expect(await at.fault(theirs.path, theirs.options)).toMatchObject({status: 404, code: 'not_found'})
    expect(await at.fault(UNDO, {body: {record: 'passRepair.none.1'}})).toMatchObject({code: 'not_found'})
    expect(await at.fault(UNDO, {body: {record: id}})).toMatchObject({code: 'not_found'})
    expect(await at.fault(UNDO, {body: {record: record.id}, as: vic})).toMatchObject({code: 'forbidden'})
    expect(at.document(id)).toMatchObject({isActive: true})
  })
})

describe('the records', () => {
  it('are told newest first, with what was there before and after, and what took them back', async () => {
    const {at, record} = await granted()
    at.now.at += 60_000
    const undone = await undo(at, record.id)
    const {records, next} = await recordsOf(at)
    expect(next).toBeNull()
    expect(records).toMatchObject([
      {id: undone.record.id, undoes: record.id, undoneBy: null, undoable: true},
      {id: record.id, undoneBy: undone.record.id, undoable: false, subject: payment, account: 'acct_A'},
    ])
    expect(JSON.parse(records[0]?.before ?? '')).toMatchObject({[id]: {isActive: true}})
    expect(JSON.parse(records[1]?.after ?? '')).toMatchObject({[id]: {remainingClips: 10}})
  })
})
