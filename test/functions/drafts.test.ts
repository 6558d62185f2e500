import {describe, expect, it} from 'vitest'
import {previewOf, repair, undo} from './repairing.ts'
import {held, REPAIRS, sale, setup} from './setup.ts'

const paid = sale()
const wish = {subject: {payment: paid.id}, kind: 'correct'} as const
const wrong = held({stripeSessionId: paid.id, endDate: '2026-03-01T10:00:00.000Z'})
const ends = '2026-05-30T10:00:00.000Z'

describe('a pass that somebody is editing', () => {
  it('is told in the preview', async () => {
    const at = await setup({sessions: [paid], documents: [wrong, {...wrong, _id: 'drafts.sub1'}]})
    expect((await previewOf(at, wish)).notes).toContain('open_draft')
  })

  it('is patched alike in the draft and in a release, so that publishing takes nothing back', async () => {
    const draft = {...wrong, _id: 'drafts.sub1', notes: 'to be told'}
    const version = {...wrong, _id: 'versions.rSpring.sub1'}
    const at = await setup({sessions: [paid], documents: [wrong, draft, version]})
    const {record, entitlements} = await repair(at, wish)
    for (const id of ['sub1', 'drafts.sub1', 'versions.rSpring.sub1']) {
      expect(at.document(id)).toMatchObject({endDate: ends})
    }
    expect(at.document('drafts.sub1')).toMatchObject({notes: 'to be told'})
    expect(entitlements).toMatchObject([{id: 'sub1'}])
    expect(record.entitlements).toEqual(['sub1'])
    const revisions = new Set(['sub1', 'drafts.sub1', record.id].map((id) => at.document(id)?.['_rev']))
    expect(revisions.size).toBe(1)
    await undo(at, record.id)
    expect(at.document('drafts.sub1')).toMatchObject({endDate: '2026-03-01T10:00:00.000Z'})
  })

  it('is left alone where the edit is of the same field', async () => {
    const draft = {...wrong, _id: 'drafts.sub1', endDate: '2026-04-01T10:00:00.000Z'}
    const at = await setup({sessions: [paid], documents: [wrong, draft]})
    const {plan} = await previewOf(at, wish)
    expect(await at.fault(REPAIRS, {body: {...wish, plan}})).toMatchObject({
      status: 409,
      code: 'draft_conflict',
      detail: {entitlement: 'sub1', field: 'endDate'},
    })
    expect(at.document('sub1')).toMatchObject({endDate: '2026-03-01T10:00:00.000Z'})
    expect(at.ofType('passRepair')).toEqual([])
  })
})
