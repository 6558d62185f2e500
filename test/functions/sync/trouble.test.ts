import {z} from 'zod'
import {describe, expect, it, test} from 'vitest'
import {faultBody} from '../../../plugin/core/contract/fault-schema.ts'
import {HOUR, MINUTE} from '../../../plugin/core/contract/instant.ts'
import {previewOf} from '../repairing.ts'
import {NOW, REPAIRS, sale} from '../setup.ts'
import {platformSecret, schedulerSecret, SYNC, syncing, type Syncing} from './syncing.ts'

const patience = {timeout: 1_000, firstPause: 1}
const SESSIONS = {path: '/v1/checkout/sessions'}

async function refused(response: Response) {
  return {status: response.status, ...z.object({error: faultBody}).parse(await response.json()).error}
}

/** A school that is up to date, and a payment whose webhook never came. */
async function oneMissing(): Promise<Syncing & {payment: string}> {
  const at = await syncing({patience})
  await at.sync()
  const {id} = await at.sell()
  at.pass(15)
  return {...at, payment: id}
}

describe('who may start a run', () => {
  test.each([
    ['nobody', null],
    ['an admin of the school', undefined],
    ['the platform’s own server', platformSecret],
    ['who knows half of the secret', schedulerSecret.slice(0, 16)],
  ])('%s is not let in, and nothing is read', async (_who, as) => {
    const at = await syncing()
    const answer = await at.send(SYNC, {...(as !== undefined && {as}), body: {}})
    expect(await refused(answer)).toMatchObject({status: 401, code: 'unauthenticated'})
    expect([...at.lake.ledger.requests, ...at.stripe.ledger.requests]).toEqual([])
  })

  test('nobody, where the secret is not set: the answer names the setting', async () => {
    const at = await syncing({environment: {SYNC_SECRET: undefined}})
    expect(await refused(await at.ask({}))).toMatchObject({
      status: 500,
      code: 'misconfigured',
      detail: {settings: 'SYNC_SECRET'},
    })
  })

  test('the scheduler needs to know no version of the Studio', async () => {
    const at = await syncing()
    const request = new Request(`https://function.example.com${SYNC}`, {
      method: 'POST',
      headers: {authorization: `Bearer ${schedulerSecret}`, 'content-type': 'application/json'},
      body: '{"schools": ["tenantT"]}',
    })
    expect((await at.handler(request)).status).toBe(200)
  })
})

describe('what is asked for', () => {
  test.each([
    ['no JSON', 'write=true'],
    ['a word that the contract does not have', {wright: true}],
    ['writing as a text', {write: 'yes'}],
    ['no school at all', {schools: []}],
    ['a school that is no id', {schools: ['tenantT/../x']}],
    ['a rhythm of no time', {every: 0}],
  ])('%s is refused', async (_what, body) => {
    const at = await syncing()
    expect(await refused(await at.ask(body))).toMatchObject({status: 400, code: 'invalid_request'})
    expect(at.calls()).toEqual([])
  })

  test('a school that is none of ours is told, remembered nowhere, and stops no other', async () => {
    const at = await syncing()
    const answer = await at.ask({schools: ['tenantX', 'tenantT']})
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({
      schools: [
        {school: 'tenantX', error: {code: 'not_found'}},
        {school: 'tenantT', report: {full: true}},
      ],
    })
    expect(at.ofType('passSync').map(({_id}) => _id)).toEqual(['passSync.tenantT'])
  })
})

describe('clocks', () => {
  it('A cursor of the future is not believed.', async () => {
    const at = await oneMissing()
    const future = new Date(NOW + 90 * 24 * HOUR).toISOString()
    await at
      .studio()
      .patch('passSync.tenantT')
      .set({cursor: {sessions: future}})
      .commit()
    expect(await at.sync()).toMatchObject({full: true, repairs: [{payment: at.payment}]})
    expect(at.state().cursor.sessions).toBe(NOW)
  })

  test.each([
    ['ahead', 1],
    ['behind', -1],
  ])('A clock that is an hour %s makes a run late or early, and loses nothing.', async (_how, sign) => {
    const at = await syncing()
    await at.sync()
    const before = await at.sell({id: 'cs_live_before'})
    at.pass(15)
    // From here on the function's clock is off; Stripe's is not, and neither are the times on what it sells.
    const off = sign * HOUR
    at.now.at += off
    await at.sync()
    const during = sale({id: 'cs_live_during', createdAt: new Date(at.now.at - off)})
    await at.stripe.control.sell(during)
    at.pass(15)
    await at.sync()
    at.now.at -= off
    at.pass(5)
    await at.sync()
    const granted = at.active().map(({stripeSessionId}) => stripeSessionId)
    expect(new Set(granted)).toEqual(new Set([before.id, during.id]))
    expect(granted).toHaveLength(2)
  })

  it('A run that was full in the future makes no night without a full one.', async () => {
    const at = await oneMissing()
    await at
      .studio()
      .patch('passSync.tenantT')
      .set({lastFull: new Date(NOW + 30 * 24 * HOUR)})
      .commit()
    expect((await at.sync()).full).toBe(true)
    expect(at.state().lastFull).toBe(NOW + 15 * MINUTE)
  })
})

describe('far sides that fail on the way', () => {
  it('Stripe gone in the middle: nothing counts as read, and the next run does it.', async () => {
    const at = await oneMissing()
    const before = at.state()
    at.stripe.faults.next({match: {path: '/v1/refunds'}, status: 500, times: 4})
    const answer = await at.ask({schools: ['tenantT'], write: true})
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({schools: [{error: {code: 'stripe_unavailable'}}]})
    expect(at.state()).toEqual({
      ...before,
      lastRun: {
        at: at.now.at,
        ended: 'stripe_unavailable',
        // What was granted before the fault is granted.
        counts: {...before.lastRun?.counts, sessions: 1, calls: 1, repaired: 1, left: {}},
      },
    })
    expect(await at.sync()).toMatchObject({repairs: [], left: []})
    expect(at.active()).toHaveLength(1)
  })

  it('Stripe busy for a moment is waited for.', async () => {
    const at = await oneMissing()
    at.stripe.faults.next({match: SESSIONS, status: 429, times: 2})
    expect(await at.sync()).toMatchObject({repairs: [{payment: at.payment}]})
  })

  it('Stripe busy for long: the run is over, and says so.', async () => {
    const at = await oneMissing()
    at.stripe.faults.next({match: SESSIONS, status: 429, times: 4})
    const answer = await at.ask({schools: ['tenantT'], write: true})
    expect(answer.status).toBe(429)
    expect(at.state().lastRun).toMatchObject({ended: 'rate_limited'})
    expect(await at.sync()).toMatchObject({repairs: [{payment: at.payment}]})
  })

  it('The lake gone before anything could be remembered: the answer says it.', async () => {
    const at = await oneMissing()
    const before = at.state()
    at.lake.faults.fail({path: '/data/', status: 503, times: 100})
    const answer = await at.ask({schools: ['tenantT'], write: true})
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({schools: [{error: {code: 'lake_unavailable'}}]})
    at.lake.faults.clear()
    expect(at.state()).toEqual(before)
    expect(await at.sync()).toMatchObject({repairs: [{payment: at.payment}]})
  })

  it('The lake gone while it is written: the payment is told as not repaired, and the next run repairs it.', async () => {
    const at = await oneMissing()
    at.lake.faults.fail({tag: 'passes.repair', status: 503})
    const answer = await at.ask({schools: ['tenantT'], write: true})
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({
      schools: [{report: {repairs: [], failed: [{payment: at.payment, error: {code: 'lake_unavailable'}}]}}],
    })
    expect(at.state()).toMatchObject({
      pending: [{id: at.payment}],
      lastRun: {ended: 'lake_unavailable', counts: {left: {missing: 1}}},
    })
    expect(await at.sync()).toMatchObject({repairs: [{payment: at.payment}], failed: []})
    expect(at.state().lastRun).toMatchObject({ended: 'done'})
  })

  it('A first run that broke off was never done: the next one is the first again.', async () => {
    const at = await syncing({patience, sessions: [sale()]})
    at.stripe.faults.next({match: {path: '/v1/disputes'}, status: 500, times: 4})
    await at.ask({schools: ['tenantT'], write: true})
    expect(at.state()).toMatchObject({lastFull: null, cursor: {sessions: null}})
    expect(await at.sync()).toMatchObject({full: true, counts: {sessions: 1}})
    expect(at.state().lastFull).toBe(NOW)
  })
})

describe('two at once', () => {
  it('Both runs end well, one pass is made, and what either learnt is kept.', async () => {
    const at = await oneMissing()
    const open = sale({createdAt: new Date(at.now.at), status: 'open', id: 'cs_live_open'})
    at.stripe.control.openCheckout(open)
    const other = at.sendTo(at.handlerWith(patience))
    const body = {schools: ['tenantT'], write: true}
    const answers = await Promise.all([at.ask(body), other(SYNC, {as: schedulerSecret, body})])
    expect(answers.map(({status}) => status)).toEqual([200, 200])
    expect(at.active()).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
    expect(at.state()).toMatchObject({pending: [{id: open.id}], lastRun: {ended: 'done'}})
    expect(await at.sync()).toMatchObject({repairs: [], left: []})
  })

  it('A person who grants at the same moment grants the same pass, or is told that it is there.', async () => {
    const at = await oneMissing()
    const wish = {subject: {payment: at.payment}, kind: 'grant'} as const
    const {plan} = await previewOf(at, wish)
    const [clicked] = await Promise.all([at.send(REPAIRS, {body: {...wish, plan}}), at.sync()])
    expect([200, 409]).toContain(clicked.status)
    expect(at.active()).toHaveLength(1)
    expect(at.ofType('passRepair')).toHaveLength(1)
  })
})
