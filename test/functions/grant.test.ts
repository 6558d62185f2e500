import {describe, expect, it} from 'vitest'
import {preview, receipt} from '../../plugin/core/contract/repair.ts'
import {odd, robot, tove, vic} from './people.ts'
import {held, NOW, PREVIEW, REPAIRS, sale, setup, type Setup} from './setup.ts'

const paid = sale({paymentIntentId: 'pi_3AdasClipCard'})
const grant = {subject: {payment: paid.id}, kind: 'grant'}
const id = `subscription-${paid.id}`

async function planOf({send}: Setup, body: object = grant) {
  const response = await send(PREVIEW, {body})
  expect(response.status).toBe(200)
  return {...body, plan: preview.parse(await response.json()).plan}
}

describe('a grant', () => {
  it('makes the pass that was shown, and a record of who made it and why', async () => {
    const at = await setup({sessions: [paid]})
    const body = {...(await planOf(at)), batch: 'batch-1'}
    const response = await at.send(REPAIRS, {body})
    expect(response.status).toBe(200)
    const {record, entitlements} = receipt.parse(await response.json())
    expect(record).toMatchObject({
      payment: paid.id,
      kind: 'grant',
      verdict: 'missing',
      entitlements: [id],
      actor: {id: 'p-tove', name: 'Tove Haug', via: 'studio'},
      at: NOW,
    })
    expect(entitlements).toMatchObject([{id, student: 'u1', session: paid.id, classesLeft: 10, active: true}])
    expect(at.document(id)).toMatchObject({
      passId: 'P3',
      remainingClips: 10,
      stripeSessionId: paid.id,
      stripePaymentId: 'pi_3AdasClipCard',
    })
    expect(at.ofType('passRepair')).toMatchObject([
      {
        _id: record.id,
        plan: body.plan,
        batch: 'batch-1',
        account: 'acct_A',
        livemode: true,
        school: {_ref: 'tenantT'},
      },
    ])
  })

  it('is written with the person’s own token, so that the history names them', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    await at.send(REPAIRS, {body})
    const writes = at.lake.ledger.requests.filter(({path}) => path.includes('/data/mutate/'))
    expect(writes).toMatchObject([{actor: tove.id, tag: 'passes.repair'}])
    expect(at.lake.ledger.requests.filter(({path}) => path.includes('/data/query/'))).not.toContainEqual(
      expect.objectContaining({actor: tove.id}),
    )
  })

  it('costs two calls to Stripe and five to Sanity, four once Sanity knows who asks', async () => {
    const at = await setup({
      sessions: [paid, sale({id: 'cs_live_second', createdAt: '2026-03-02T10:00:00Z'})],
    })
    const second = {subject: {payment: 'cs_live_second'}, kind: 'grant'}
    const [first, later] = [await planOf(at), await planOf(at, second)]
    at.now.at += 61_000
    at.forgetCalls()
    expect((await at.send(REPAIRS, {body: first})).status).toBe(200)
    expect(at.stripe.ledger.requests.length).toBeLessThanOrEqual(2)
    expect(at.lake.ledger.requests.length).toBeLessThanOrEqual(5)
    at.forgetCalls()
    expect((await at.send(REPAIRS, {body: later})).status).toBe(200)
    expect(at.stripe.ledger.requests.length).toBeLessThanOrEqual(2)
    expect(at.lake.ledger.requests.length).toBeLessThanOrEqual(4)
  })

  it('asked for by twenty clicks of two people at once makes one pass and one record', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    const answers = await Promise.all(
      Array.from({length: 20}, (_, nth) => at.send(REPAIRS, {body, as: nth % 2 === 0 ? tove : odd})),
    )
    const statuses = answers.map(({status}) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([200, ...Array(19).fill(409)])
    const refused = await Promise.all(answers.filter(({status}) => status === 409).map((each) => each.json()))
    expect(refused).toEqual(
      Array(19).fill(expect.objectContaining({error: expect.objectContaining({code: 'already_repaired'})})),
    )
    expect(at.ofType('subscription')).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
  })

  it('clicked again later is told as done already', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    expect((await at.send(REPAIRS, {body})).status).toBe(200)
    at.now.at += 3_600_000
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 409, code: 'already_repaired'})
    expect(at.ofType('passRepair')).toHaveLength(1)
  })

  it('whose answer was lost is told as done already when it is asked for again', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    at.lake.faults.fail({path: '/data/mutate', status: 0, when: 'after'})
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 502, code: 'lake_unavailable'})
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 409, code: 'already_repaired'})
    expect(at.ofType('subscription')).toHaveLength(1)
  })
})

describe('nothing is written', () => {
  async function nothingWritten(at: Setup) {
    expect(at.ofType('passRepair')).toEqual([])
    expect(at.document(id)).toBeUndefined()
  }

  it('by a viewer: Sanity itself refuses', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    expect(await at.fault(REPAIRS, {body, as: vic})).toMatchObject({status: 403, code: 'forbidden'})
    await nothingWritten(at)
  })

  it('with the robot’s token', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    expect(await at.fault(REPAIRS, {body, as: robot})).toMatchObject({status: 403, code: 'forbidden'})
    await nothingWritten(at)
  })

  it('when the session ended between preview and confirmation', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    at.lake.faults.revoke(tove.id)
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 401, code: 'unauthenticated'})
    await nothingWritten(at)
  })

  it('when the pass was changed in the catalogue meanwhile: the new plan comes with the refusal', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    await at.studio().patch('P3').set({classesLimit: 12}).commit()
    const answer = await at.fault(REPAIRS, {body})
    expect(answer).toMatchObject({
      status: 409,
      code: 'plan_changed',
      preview: {kind: 'grant', documents: [{create: {remainingClips: 12}}]},
    })
    await nothingWritten(at)
    const confirmed = {...grant, plan: answer.preview?.plan}
    expect((await at.send(REPAIRS, {body: confirmed})).status).toBe(200)
    expect(at.document(id)).toMatchObject({remainingClips: 12})
  })

  it('when the money was given back meanwhile', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    await at.stripe.control.refund(paid.id)
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 422, code: 'not_repairable'})
    await nothingWritten(at)
  })

  it('when the platform’s own webhook came through meanwhile', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    await at.studio().create(held({_id: 'sub-by-webhook', stripeSessionId: paid.id}))
    const answer = await at.fault(REPAIRS, {body})
    expect(['already_repaired', 'not_repairable']).toContain(answer.code)
    await nothingWritten(at)
  })

  it('for a plan that nobody was shown', async () => {
    const at = await setup({sessions: [paid]})
    const body = {...grant, plan: 'f'.repeat(64)}
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 409, code: 'plan_changed'})
    await nothingWritten(at)
  })

  it('when Stripe cannot be asked again', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    at.stripe.faults.next({match: {path: /sessions/}, status: 500, times: 20})
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 502, code: 'stripe_unavailable'})
    await nothingWritten(at)
  })

  it('when the lake cannot be asked again', async () => {
    const at = await setup({sessions: [paid]})
    const body = await planOf(at)
    at.lake.faults.fail({path: '/data/query', status: 500, times: 20})
    expect(await at.fault(REPAIRS, {body})).toMatchObject({status: 502, code: 'lake_unavailable'})
    await nothingWritten(at)
  })
})

describe('a pass that is there already', () => {
  it('but was ended without a reason that stands is made active, not made twice', async () => {
    const own = held({_id: id, stripeSessionId: paid.id, isActive: false, deactivationReason: 'undone'})
    const at = await setup({sessions: [paid], documents: [own]})
    const body = await planOf(at)
    expect((await at.send(REPAIRS, {body})).status).toBe(200)
    expect(at.ofType('subscription')).toMatchObject([{_id: id, isActive: true}])
    const [record] = at.ofType('passRepair')
    expect(JSON.parse(String(record?.['before']))).toMatchObject({[id]: {isActive: false}})
    expect(JSON.parse(String(record?.['after']))).toMatchObject({[id]: {isActive: true}})
  })

  it('is not patched while somebody has an unpublished edit of the same field', async () => {
    const own = held({_id: id, stripeSessionId: paid.id, isActive: false, deactivationReason: 'undone'})
    const draft = {...own, _id: `drafts.${id}`, isActive: true}
    const at = await setup({sessions: [paid], documents: [own, draft]})
    const body = await planOf(at)
    expect(await at.fault(REPAIRS, {body})).toMatchObject({
      status: 409,
      code: 'draft_conflict',
      detail: {entitlement: id, field: 'isActive'},
    })
    expect(at.document(id)).toMatchObject({isActive: false})
  })
})
