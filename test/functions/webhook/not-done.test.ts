import {describe, expect, it} from 'vitest'
import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import {held, NOW, sale} from '../setup.ts'
import {active, anEvent, setup} from './delivering.ts'

const justNow = new Date(NOW - MINUTE)
const paid = sale({createdAt: justNow})
const patience = {timeout: 500, firstPause: 1}

describe('what could not be done is not taken, noted, and done when Stripe comes again', () => {
  it('Stripe itself is down', async () => {
    const at = await setup({sessions: [paid], patience})
    const event = anEvent({object: paid})
    at.stripe.faults.next({status: 500, times: 4})
    expect(await at.refusal(event)).toMatchObject({status: 502, code: 'stripe_unavailable'})
    expect(at.document(`webhookLog.${event.id}`)).toMatchObject({
      status: 'error',
      details: {sessionId: paid.id, error: 'stripe_unavailable: Stripe did not answer as it should'},
    })
    expect(await at.tell(event)).toMatchObject({result: 'written'})
    expect(at.document(`webhookLog.${event.id}`)).toMatchObject({
      status: 'success',
      details: {outcome: 'written'},
    })
    expect(at.document(`webhookLog.${event.id}`)).not.toHaveProperty('details.error')
  })

  it('Stripe asks to slow down', async () => {
    const at = await setup({sessions: [paid], patience})
    at.stripe.faults.next({status: 429, times: 9, headers: {'retry-after': '30'}})
    const response = await at.deliver(anEvent({object: paid}))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('30')
  })

  it('the lake is down', async () => {
    const at = await setup({sessions: [paid], patience})
    const event = anEvent({object: paid})
    at.lake.faults.fail({path: '/data/', status: 503, times: 40})
    expect(await at.refusal(event)).toMatchObject({status: 502, code: 'lake_unavailable'})
    at.lake.faults.clear()
    expect(await at.tell(event)).toMatchObject({result: 'written'})
  })

  it('the lake wrote, and its answer was lost', async () => {
    const at = await setup({sessions: [paid], patience})
    const event = anEvent({object: paid})
    at.lake.faults.fail({tag: 'passes.repair', path: '/data/mutate/', status: 502, when: 'after', times: 3})
    expect(await at.refusal(event)).toMatchObject({status: 502})
    expect(await at.tell(event)).toMatchObject({result: 'noted', reason: 'matched, in_order'})
    expect(active(at)).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
  })

  it('the note of it could not be written', async () => {
    const at = await setup({sessions: [paid], patience})
    const event = anEvent({object: paid})
    at.lake.faults.fail({tag: 'passes.delivery', path: '/data/mutate/', status: 503, skip: 1, times: 9})
    expect(await at.refusal(event)).toMatchObject({status: 502, code: 'lake_unavailable'})
    at.lake.faults.clear()
    expect(await at.tell(event)).toMatchObject({reason: 'matched, in_order'})
    expect(at.document(`webhookLog.${event.id}`)).toMatchObject({status: 'success'})
    expect(active(at)).toHaveLength(1)
  })

  it('the school’s account cannot be read', async () => {
    const at = await setup({sessions: [paid]})
    const event = anEvent({object: paid})
    at.stripe.control.disconnect('acct_A')
    expect(await at.refusal(event)).toMatchObject({status: 503, code: 'account_unreadable'})
    expect(at.document(`webhookLog.${event.id}`)).toMatchObject({status: 'error', school: {_ref: 'tenantT'}})
  })

  it('two schools claim the account', async () => {
    const at = await setup({sessions: [paid]})
    await at.studio().patch('tenantU').set({'stripeConnect.accountId': 'acct_A'}).commit()
    const answer = await at.refusal(anEvent({object: paid}))
    expect(answer).toMatchObject({status: 503, code: 'account_unreadable', detail: {reason: 'claimed_twice'}})
    expect(at.ofType('subscription')).toEqual([])
  })
})

it('A school that the settings name and nobody knows is not done, and no sale is lost in silence.', async () => {
  const environment = {SCHOOL_ACCOUNTS: JSON.stringify({tenantX: ['acct_A']})}
  const at = await setup({sessions: [paid], environment})
  const event = anEvent({object: paid})
  expect(await at.refusal(event)).toMatchObject({status: 503, code: 'not_found', detail: {school: 'tenantX'}})
  expect(at.document(`webhookLog.${event.id}`)).toMatchObject({status: 'error'})
})

it('What failed and then turned out to be no pass is a failure no longer.', async () => {
  const booking = sale({createdAt: justNow, metadata: {classId: 'class1'}, productMetadata: {}})
  const at = await setup({sessions: [booking], patience})
  const event = anEvent({object: booking})
  at.stripe.faults.next({status: 500, times: 4})
  await at.refusal(event)
  expect(await at.tell(event)).toMatchObject({result: 'noted', reason: 'excluded, in_order'})
  expect(at.document(`webhookLog.${event.id}`)).toMatchObject({status: 'success'})
})

it('A pass that somebody else made at the same moment is told of.', async () => {
  const at = await setup({sessions: [paid]})
  at.lake.faults.delay({tag: 'passes.repair', milliseconds: 400})
  const event = anEvent({object: paid})
  const answer = at.tell(event)
  await expect.poll(() => at.lake.ledger.requests.some(({tag}) => tag === 'passes.repair')).toBe(true)
  await at.studio().create(held({_id: 'by-webhook', stripeSessionId: paid.id}))
  expect(await answer).toMatchObject({result: 'written', reason: 'missing, written_beside_another'})
  expect(await at.tell(event)).toMatchObject({result: 'noted', reason: 'duplicate, for_a_person'})
})

it('A failure beside a success does not hide it.', async () => {
  const at = await setup({sessions: [paid], patience})
  const event = anEvent({object: paid})
  await at.tell(event)
  at.stripe.faults.next({status: 500, times: 9})
  expect(await at.tell(event)).toMatchObject({reason: 'done_before'})
  expect(at.document(`webhookLog.${event.id}`)).toMatchObject({status: 'success'})
})

it('A sale on the platform’s old account is its school’s, by what it names, and too old to be written.', async () => {
  const old = sale({account: null, createdAt: '2025-07-01T10:00:00Z'})
  const at = await setup({sessions: [old]})
  const byName = anEvent({account: null, object: old})
  expect(await at.tell(byName)).toMatchObject({result: 'noted', reason: 'missing, for_a_person'})
  const refund = await at.stripe.control.refund(old.id)
  expect(await at.tell(refund)).toMatchObject({reason: 'matched, in_order'})
  expect(at.ofType('webhookLog')).toMatchObject([{school: {_ref: 'tenantT'}}, {school: {_ref: 'tenantT'}}])
})

it('The oldest upgrades, which name a pass and no school, find it by the pass.', async () => {
  const metadata = {type: 'pass_upgrade', newPassId: 'P3', userId: 'user_A', subscriptionId: 'sub1'}
  const old = sale({account: null, createdAt: '2025-07-01T10:00:00Z', metadata, productMetadata: {}})
  const at = await setup({sessions: [old], documents: [held()]})
  await at.tell(anEvent({account: null, object: old}))
  expect(at.ofType('webhookLog')).toMatchObject([{school: {_ref: 'tenantT'}}])
})

describe('notes', () => {
  const note = (_id: string, at: string, more: Record<string, unknown> = {}) => ({
    _id,
    _type: 'webhookLog',
    _createdAt: at,
    _updatedAt: at,
    eventId: _id,
    status: 'success',
    timestamp: at,
    source: 'stripe-passes',
    ...more,
  })

  it('of our own go after thirty days, some with each delivery; the platform’s stay', async () => {
    const ours = Array.from({length: 15}, (_, nth) =>
      note(`webhookLog.evt_old${nth}`, '2026-02-01T10:00:00.000Z'),
    )
    const young = note('webhookLog.evt_young', '2026-02-20T10:00:00.000Z')
    const theirs = note('webhook-log-1', '2025-12-01T10:00:00.000Z', {source: undefined})
    const other = sale({id: 'cs_live_other', createdAt: justNow})
    const at = await setup({sessions: [paid, other], documents: [...ours, young, theirs]})
    await at.tell(anEvent({object: paid}))
    expect(at.ofType('webhookLog')).toHaveLength(5 + 1 + 2)
    await at.tell(anEvent({object: other}))
    const left = at.ofType('webhookLog').map(({_id}) => _id)
    expect(left).toHaveLength(4)
    expect(left).toEqual(expect.arrayContaining([young._id, theirs._id]))
  })
})
