import {expect, it} from 'vitest'
import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import {adaBuys, held, NOW, sale} from '../setup.ts'
import {syncing} from './syncing.ts'

it('A payment whose webhook never came is granted once the webhook has had its time, in the name of the sync.', async () => {
  const at = await syncing()
  await at.sync()
  at.pass(5)
  const paid = await at.sell()
  at.pass(5)
  expect(await at.sync()).toMatchObject({repairs: [], left: []})
  expect(at.state().pending).toMatchObject([{id: paid.id, account: 'acct_A'}])
  at.pass(10)
  expect(await at.sync()).toMatchObject({
    repairs: [{payment: paid.id, kind: 'grant', written: true}],
    counts: {repaired: 1, left: {}},
  })
  expect(at.document(`subscription-${paid.id}`)).toMatchObject({isActive: true, remainingClips: 10})
  expect(at.document(`passRepair.${paid.id}.1`)).toMatchObject({
    actor: {id: 'sync', via: 'sync'},
    batch: `sync ${new Date(NOW + 20 * MINUTE).toISOString()}`,
  })
  expect(at.state().pending).toEqual([])
})

it('A second run writes nothing.', async () => {
  const at = await syncing()
  await at.sync()
  await at.sell()
  at.pass(15)
  expect((await at.sync()).counts.repaired).toBe(1)
  const records = at.ofType('passRepair')
  expect((await at.sync()).repairs).toEqual([])
  expect(at.ofType('passRepair')).toEqual(records)
})

it('What was paid before automatic writing was switched on waits for a person, and is told.', async () => {
  const old = sale()
  const at = await syncing({sessions: [old]})
  const report = await at.sync()
  expect(report).toMatchObject({
    full: true,
    repairs: [],
    left: [{payment: old.id, verdict: 'missing'}],
    counts: {sessions: 1, repaired: 0, left: {missing: 1}},
  })
  expect(at.state()).toMatchObject({
    automaticSince: NOW - 10 * MINUTE,
    cursor: {sessions: old.created * 1_000, refunds: null, disputes: null},
    lastFull: NOW,
    lastRun: {ended: 'done', counts: report.counts},
  })
})

it('A run that is not told to write only says what it would write, and is remembered.', async () => {
  const at = await syncing()
  await at.sync()
  const paid = await at.sell()
  at.pass(15)
  expect(await at.sync({write: false, every: 60})).toMatchObject({
    repairs: [{payment: paid.id, kind: 'grant', written: false}],
    left: [{payment: paid.id, verdict: 'missing'}],
  })
  expect(at.ofType('passRepair')).toEqual([])
  expect(at.state()).toMatchObject({lastRun: {at: NOW + 15 * MINUTE}, nextRun: NOW + 75 * MINUTE})
})

it('Automatic writing begins when it is switched on, not with the first run that only looks.', async () => {
  const at = await syncing()
  await at.sync({write: false})
  expect(at.state().automaticSince).toBeNull()
})

it('Passes with the school missing are mended, and passes whose money went back end; the rest waits.', async () => {
  const at = await syncing()
  await at.sync()
  const lost = await at.sell({id: 'cs_live_lost'})
  const back = await at.sell({id: 'cs_live_back'})
  const other = await at.sell({id: 'cs_live_other'})
  const platform = [
    held({_id: 'lost', stripeSessionId: lost.id, tenant: undefined}),
    held({_id: 'back', stripeSessionId: back.id}),
    held({_id: 'other', stripeSessionId: other.id, type: 'single', remainingClips: 1}),
  ]
  for (const document of platform) await at.studio().create(document)
  await at.stripe.control.refund(back.id)
  at.pass(15)
  const {repairs, left} = await at.sync()
  expect(repairs.map(({payment, kind}) => [payment, kind])).toEqual(
    expect.arrayContaining([
      [lost.id, 'correct'],
      [back.id, 'revoke'],
    ]),
  )
  expect(repairs).toHaveLength(2)
  expect(left).toEqual([{payment: other.id, verdict: 'wrong_terms'}])
  expect(at.document('lost')).toMatchObject({tenant: {_ref: 'tenantT'}})
  expect(at.document('back')).toMatchObject({isActive: false})
})

it('Full refunds are left to people where the school wants that.', async () => {
  const at = await syncing({environment: {AUTO_REVOKE: 'off'}})
  await at.sync()
  const back = await at.sell()
  await at.studio().create(held({stripeSessionId: back.id}))
  await at.stripe.control.refund(back.id)
  at.pass(15)
  expect(await at.sync()).toMatchObject({repairs: [], left: [{verdict: 'refunded'}]})
})

it('Where our own webhook is the only one that grants, nobody is waited for.', async () => {
  const at = await syncing({environment: {WEBHOOK_WRITES: 'on'}})
  await at.sync()
  at.pass(1)
  await at.sell()
  at.pass(1)
  expect((await at.sync()).counts.repaired).toBe(1)
})

it('Between two full runs only what is new is read; once a day the two last days are.', async () => {
  const sessions = Array.from({length: 130}, (_, nth) =>
    sale({createdAt: new Date(NOW - 20 * MINUTE * nth), metadata: {classId: 'c1'}}),
  )
  const at = await syncing({sessions})
  expect(await at.sync()).toMatchObject({full: true, counts: {sessions: 130, calls: 4}})
  at.pass(60)
  expect(await at.sync()).toMatchObject({full: false, counts: {sessions: 1, calls: 3}})
  at.pass(23 * 60)
  expect(await at.sync()).toMatchObject({full: true, counts: {sessions: 73, calls: 3}})
})

it('After a long silence everything since the last run is read.', async () => {
  const at = await syncing()
  await at.sync()
  at.pass(60)
  const paid = await at.sell()
  at.pass(20 * 24 * 60)
  await at.sell()
  expect(await at.sync()).toMatchObject({repairs: [{payment: paid.id, kind: 'grant', written: true}]})
})

it('A checkout that is paid hours after it was opened is granted then.', async () => {
  const at = await syncing()
  await at.sync()
  const open = sale({createdAt: new Date(NOW), status: 'open'})
  at.stripe.control.openCheckout(open)
  at.pass(60)
  await at.sync()
  expect(at.state().pending).toMatchObject([{id: open.id}])
  at.pass(10 * 60)
  await at.stripe.control.completeCheckout(open.id)
  at.pass(15)
  expect(await at.sync()).toMatchObject({repairs: [{payment: open.id}]})
  expect(at.state().pending).toEqual([])
})

it('A bank debit is granted when its money comes, days after its session has left the window; a refused one is dropped.', async () => {
  const at = await syncing()
  await at.sync()
  const [slow, refused] = ['ada.lind', 'bo.falk'].map((name) =>
    sale({createdAt: new Date(NOW), status: 'open', email: `${name}@example.com`}),
  )
  for (const one of [slow, refused]) {
    at.stripe.control.openCheckout(one ?? sale())
    await at.stripe.control.beginPayment(one?.id ?? '')
  }
  at.pass(30)
  await at.sync()
  at.pass(5 * 24 * 60)
  expect((await at.sync()).repairs).toEqual([])
  expect(at.state().pending).toHaveLength(2)
  await at.stripe.control.settlePayment(slow?.id ?? '', 'paid')
  await at.stripe.control.settlePayment(refused?.id ?? '', 'failed')
  at.pass(15)
  expect((await at.sync()).repairs).toMatchObject([{payment: slow?.id, kind: 'grant'}])
  expect(at.state().pending).toEqual([])
})

it('All schools are brought up to date, each by itself: one whose account cannot be read stops no other.', async () => {
  const at = await syncing()
  await at.schoolsOf({write: true})
  const paid = await at.sell()
  at.stripe.control.disconnect('acct_B')
  at.pass(15)
  const response = await at.ask({write: true})
  expect(response.status).toBe(424)
  expect(await response.json()).toMatchObject({
    schools: [
      {school: 'tenantT', report: {repairs: [{payment: paid.id}]}},
      {school: 'tenantU', error: {code: 'account_unreadable', detail: {account: 'acct_B'}}},
    ],
  })
  expect(at.state('tenantU')).toMatchObject({lastRun: {ended: 'account_unreadable'}})
  expect(at.state('tenantT')).toMatchObject({lastRun: {ended: 'done'}})
})

it('A student of one school who buys at another is known there.', async () => {
  const at = await syncing()
  await at.schoolsOf({write: true})
  const bought = {...adaBuys('PU1'), tenantId: 'tenantU'}
  const paid = await at.sell({account: 'acct_B', amount: 8_000, currency: 'eur', metadata: bought})
  at.pass(15)
  const [, other] = await at.schoolsOf({write: true})
  expect(other).toMatchObject({school: 'tenantU', report: {repairs: [{payment: paid.id, kind: 'grant'}]}})
})
