import {describe, expect, it} from 'vitest'
import {preview} from '../../plugin/core/contract/repair.ts'
import {adaBuys, held, PREVIEW, sale, setup, type Setup} from './setup.ts'

const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant'}

async function previewOf({send}: Setup, body: unknown = grant) {
  const response = await send(PREVIEW, {body})
  expect(response.status).toBe(200)
  return preview.parse(await response.json())
}

describe('the preview of a grant', () => {
  it('shows the document that would be made, field by field, and writes nothing', async () => {
    const at = await setup({sessions: [paid]})
    const before = at.lake.documents().length
    expect(await previewOf(at)).toMatchObject({
      subject: {payment: paid.id},
      kind: 'grant',
      verdict: 'missing',
      confidence: 'certain',
      documents: [
        {
          create: {
            _id: `subscription-${paid.id}`,
            _type: 'subscription',
            user: {_type: 'reference', _ref: 'u1'},
            tenant: {_type: 'reference', _ref: 'tenantT'},
            type: 'clipcard',
            startDate: '2026-03-01T10:00:00.000Z',
            endDate: '2026-05-30T10:00:00.000Z',
            passId: 'P3',
            passName: '10 Single Clip Card',
            purchasePrice: 2000,
            remainingClips: 10,
            isActive: true,
            stripeSessionId: paid.id,
          },
        },
      ],
    })
    expect(at.lake.documents()).toHaveLength(before)
  })

  it('is the same plan today and tomorrow, for one person and another', async () => {
    const at = await setup({sessions: [paid]})
    const {plan} = await previewOf(at)
    at.now.at += 86_400_000
    expect((await previewOf(at)).plan).toBe(plan)
  })

  it('may be asked for by the payment intent', async () => {
    const session = sale({paymentIntentId: 'pi_3AdasClipCard'})
    const at = await setup({sessions: [session]})
    const byIntent = await previewOf(at, {subject: {payment: 'pi_3AdasClipCard'}, kind: 'grant'})
    expect(byIntent.subject).toEqual({payment: session.id})
  })

  it('finds the payer by email in any case where the session names nobody, and a student without clerkId', async () => {
    const session = sale({
      metadata: adaBuys('P3', {userId: ''}),
      productMetadata: {},
      email: 'BO.falk@example.com',
    })
    const at = await setup({sessions: [session]})
    expect(await previewOf(at, {subject: {payment: session.id}, kind: 'grant'})).toMatchObject({
      documents: [{create: {user: {_ref: 'u3'}}}],
    })
    const withoutClerkId = {
      _id: 'user_X',
      _type: 'user',
      name: 'Idun Moe',
      email: 'idun.moe@example.com',
      role: 'student',
    }
    const hers = sale({metadata: adaBuys('P3', {userId: 'user_X'}), email: 'idun.moe@example.com'})
    const there = await setup({sessions: [hers], documents: [withoutClerkId]})
    expect(await previewOf(there, {subject: {payment: hers.id}, kind: 'grant'})).toMatchObject({
      documents: [{create: {user: {_ref: 'user_X'}}}],
    })
  })

  it('does not take one of two who share an email, though one of them wrote it with a space', async () => {
    const twin = {_id: 'u9', _type: 'user', name: 'Twin', email: ' Family@example.com ', role: 'student'}
    const other = {...twin, _id: 'u10', email: 'family@example.com'}
    const session = sale({
      metadata: adaBuys('P3', {userId: ''}),
      productMetadata: {},
      email: 'family@example.com',
    })
    const {fault} = await setup({sessions: [session], documents: [twin, other]})
    const body = {subject: {payment: session.id}, kind: 'grant'}
    expect((await fault(PREVIEW, {body})).status).toBeGreaterThanOrEqual(400)
  })

  it('takes the person that somebody chose where nobody is named', async () => {
    const session = sale({
      metadata: adaBuys('P3', {userId: ''}),
      productMetadata: {},
      email: 'parent@example.com',
    })
    const at = await setup({sessions: [session]})
    const body = {subject: {payment: session.id}, kind: 'choose', choice: {student: 'u3'}}
    expect(await previewOf(at, body)).toMatchObject({
      kind: 'grant',
      verdict: 'unattributed',
      documents: [{create: {user: {_ref: 'u3'}}}],
    })
  })
})

describe('no preview', () => {
  it.each([
    ['of a payment that has its pass', {documents: [held({stripeSessionId: paid.id})]}],
    ['of a payment that was given back', {sessions: [sale({id: paid.id, refunded: true})]}],
    ['of a checkout that was never paid', {sessions: [sale({id: paid.id, status: 'open'})]}],
    ['of the booking of a class', {sessions: [sale({id: paid.id, metadata: {classId: 'class-1'}})]}],
  ])('%s', async (_case, options) => {
    const {fault, lake} = await setup({sessions: [paid], ...options})
    const before = lake.documents().length
    const answer = await fault(PREVIEW, {body: grant})
    expect(['not_repairable', 'already_repaired']).toContain(answer.code)
    expect(lake.documents()).toHaveLength(before)
  })

  it('of a payment that Stripe does not know', async () => {
    const {fault} = await setup()
    expect(await fault(PREVIEW, {body: grant})).toMatchObject({
      status: 404,
      code: 'not_found',
      detail: {payment: paid.id},
    })
  })

  it('of a payment on the account of another school', async () => {
    const {fault} = await setup({sessions: [sale({id: paid.id, account: 'acct_B'})]})
    expect(await fault(PREVIEW, {body: grant})).toMatchObject({status: 404, code: 'not_found'})
  })

  it('of another school’s payment on the platform’s old account', async () => {
    const theirs = sale({
      account: null,
      createdAt: '2025-07-01T10:00:00Z',
      metadata: {type: 'pass_purchase', passId: 'PU1', tenantId: 'tenantU', userId: 'user_V'},
      productMetadata: {},
    })
    const {fault} = await setup({sessions: [theirs]})
    const body = {subject: {payment: theirs.id}, kind: 'grant'}
    expect(await fault(PREVIEW, {body})).toMatchObject({status: 404, code: 'not_found'})
  })

  it.each([
    ['without a subject', {kind: 'grant'}],
    ['of no known kind', {subject: {payment: paid.id}, kind: 'delete'}],
    ['that is a list', []],
    ['that is not JSON', '{"subject":'],
  ])('for a body %s', async (_case, body) => {
    const {fault, stripe} = await setup()
    expect(await fault(PREVIEW, {body})).toMatchObject({status: 400, code: 'invalid_request'})
    expect(stripe.ledger.requests).toEqual([])
  })

  it('for a body of another kind than JSON', async () => {
    const {fault} = await setup()
    const headers = {'content-type': 'text/plain'}
    expect(await fault(PREVIEW, {body: grant, headers})).toMatchObject({status: 400, code: 'invalid_request'})
  })

  it('for a huge body', async () => {
    const {fault} = await setup()
    const body = {...grant, reason: 'x'.repeat(20_000)}
    expect(await fault(PREVIEW, {body})).toMatchObject({status: 413, code: 'payload_too_large'})
  })
})
