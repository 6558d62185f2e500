import {expect, it} from 'vitest'
import type {RepairRequest} from '../../plugin/core/contract/repair.ts'
import {preview, receipt} from '../../plugin/core/contract/repair.ts'
import {held, NOW, PREVIEW, REPAIRS, sale, setup, type Setup} from './setup.ts'

const paid = sale({paymentIntentId: 'pi_3AdasClipCard'})
const payment = {payment: paid.id}

/** What somebody sees and confirms. */
async function repair({send}: Setup, wish: Omit<RepairRequest, 'plan'>) {
  const {plan, documents} = preview.parse(await (await send(PREVIEW, {body: wish})).json())
  const answer = receipt.parse(await (await send(REPAIRS, {body: {...wish, plan}})).json())
  return {documents, ...answer}
}

it('links a pass that was made by hand to its payment', async () => {
  const at = await setup({sessions: [paid], documents: [held()]})
  const {record, entitlements} = await repair(at, {subject: payment, kind: 'link'})
  expect(record).toMatchObject({kind: 'link', verdict: 'unlinked', entitlements: ['sub1']})
  expect(entitlements).toMatchObject([{id: 'sub1', session: paid.id, paymentIntent: 'pi_3AdasClipCard'}])
  expect(at.document('sub1')).toMatchObject({stripeSessionId: paid.id, remainingClips: 10})
})

it('corrects terms that cannot be right, and keeps what was there in the record', async () => {
  const wrong = held({stripeSessionId: paid.id, endDate: '2026-03-01T10:00:00.000Z'})
  const at = await setup({sessions: [paid], documents: [wrong]})
  const {record} = await repair(at, {subject: payment, kind: 'correct'})
  expect(at.document('sub1')).toMatchObject({endDate: '2026-05-30T10:00:00.000Z'})
  const written = at.document(record.id)
  expect(JSON.parse(String(written?.['before']))).toEqual({sub1: {endDate: '2026-03-01T10:00:00.000Z'}})
  expect(JSON.parse(String(written?.['after']))).toEqual({
    sub1: {endDate: '2026-05-30T10:00:00.000Z', isActive: true, remainingClips: 10},
  })
})

it('ends a pass whose money was given back, and says who did', async () => {
  const at = await setup({
    sessions: [sale({id: paid.id, refunded: true})],
    documents: [held({stripeSessionId: paid.id})],
  })
  await repair(at, {subject: payment, kind: 'revoke'})
  expect(at.document('sub1')).toMatchObject({
    isActive: false,
    deactivatedBy: 'p-tove',
    deactivatedAt: new Date(NOW).toISOString(),
  })
})

it('marks a pass without payment as given away, asked for by the pass itself', async () => {
  const at = await setup({documents: [held({stripeSessionId: 'cs_live_ada_lind'})]})
  const wish = {subject: {entitlement: 'sub1'}, kind: 'mark_complimentary', reason: 'won the raffle'} as const
  const {record} = await repair(at, wish)
  expect(record).toMatchObject({kind: 'mark_complimentary', verdict: 'unpaid', reason: 'won the raffle'})
  expect(at.document('sub1')).toMatchObject({complimentary: true, complimentaryReason: 'won the raffle'})
})

it('looks for the payment of a pass without ids in the weeks before it was made', async () => {
  const at = await setup({documents: [held()]})
  const wish = {subject: {entitlement: 'sub1'}, kind: 'revoke', reason: 'granted by mistake'} as const
  await repair(at, wish)
  expect(at.document('sub1')).toMatchObject({isActive: false, deactivationReason: 'granted by mistake'})
  expect(at.stripe.ledger.requests.every(({query}) => query.includes('created'))).toBe(true)
})

it('remembers a dismissal, and writes nothing else', async () => {
  const at = await setup({sessions: [paid]})
  const documents = at.lake.documents().length
  const {record} = await repair(at, {subject: payment, kind: 'dismiss', reason: 'paid back in cash'})
  expect(record).toMatchObject({kind: 'dismiss', entitlements: [], reason: 'paid back in cash'})
  expect(record.fingerprint).not.toBeNull()
  expect(at.lake.documents()).toHaveLength(documents + 1)
})

it('refuses to change a pass that was edited after it was read', async () => {
  const wrong = held({stripeSessionId: paid.id, endDate: '2026-03-01T10:00:00.000Z'})
  const at = await setup({sessions: [paid], documents: [wrong]})
  const wish = {subject: payment, kind: 'correct'} as const
  const {plan} = preview.parse(await (await at.send(PREVIEW, {body: wish})).json())
  await at.studio().patch('sub1').set({notes: 'called twice'}).commit()
  const answer = await at.fault(REPAIRS, {body: {...wish, plan}})
  expect(answer).toMatchObject({status: 409, code: 'plan_changed'})
  expect(at.document('sub1')).toMatchObject({endDate: '2026-03-01T10:00:00.000Z'})
})
