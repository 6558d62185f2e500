import {expect, it} from 'vitest'
import {held} from '../setup.ts'
import {syncing, type Syncing} from './syncing.ts'

const A_DAY = 24 * 60

/** Ada's pass of five weeks ago, granted and read long since. */
async function boughtLongAgo(): Promise<Syncing & {payment: string}> {
  const at = await syncing()
  await at.sync()
  const {id} = await at.sell()
  const start = new Date(at.now.at)
  const endDate = new Date(at.now.at + 90 * A_DAY * 60_000)
  await at
    .studio()
    .create(held({stripeSessionId: id, startDate: start.toISOString(), endDate: endDate.toISOString()}))
  for (let day = 0; day < 35; day += 5) {
    at.pass(5 * A_DAY)
    await at.sync()
  }
  at.calls()
  return {...at, payment: id}
}

it('A pass whose money goes back weeks after the sale ends with the next run, at the cost of one more call.', async () => {
  const at = await boughtLongAgo()
  await at.stripe.control.refund(at.payment)
  at.pass(30)
  expect(await at.sync()).toMatchObject({
    repairs: [{payment: at.payment, kind: 'revoke', written: true}],
    counts: {refunds: 1, calls: 4},
  })
  expect(at.document('sub1')).toMatchObject({isActive: false, deactivatedBy: 'sync'})
  at.pass(30)
  expect(await at.sync()).toMatchObject({repairs: [], counts: {calls: 3}})
})

it('A refund is asked for until the bank has settled it, and is told when the money came back to the school.', async () => {
  const at = await boughtLongAgo()
  await at.stripe.control.refund(at.payment, {status: 'pending'})
  at.pass(30)
  expect((await at.sync()).repairs).toMatchObject([{kind: 'revoke'}])
  expect(at.state().openRefunds).toMatchObject([{account: 'acct_A'}])
  at.pass(10 * A_DAY)
  await at.sync()
  expect(at.state().openRefunds).toHaveLength(1)
  await at.stripe.control.settleRefund(at.payment, 'failed')
  at.pass(30)
  // The school has the money and the student no pass: a person decides what is right now.
  expect(await at.sync()).toMatchObject({repairs: [], left: [{payment: at.payment}]})
  expect(at.state().openRefunds).toEqual([])
  expect(at.active()).toEqual([])
})

it('A refund that fails weeks after it had gone through is found by the nightly run.', async () => {
  const at = await boughtLongAgo()
  await at.stripe.control.refund(at.payment)
  at.pass(30)
  await at.sync()
  at.pass(20 * A_DAY)
  await at.sync()
  await at.stripe.control.settleRefund(at.payment, 'failed')
  at.pass(A_DAY)
  expect(await at.sync()).toMatchObject({full: true, left: [{payment: at.payment}]})
})

it('A refund of a payment that the run reads anyway costs nothing more.', async () => {
  const at = await boughtLongAgo()
  const {id} = await at.sell({id: 'cs_live_young'})
  await at.studio().create(held({_id: 'young', stripeSessionId: id}))
  await at.stripe.control.refund(id)
  at.pass(5)
  await at.sell({metadata: {classId: 'c1'}})
  at.pass(23 * 60)
  expect(await at.sync()).toMatchObject({
    full: true,
    repairs: [{payment: id, kind: 'revoke'}],
    counts: {refunds: 1, calls: 3},
  })
})

it('A refund that is made while the run reads is found by this run, or by the next.', async () => {
  const at = await syncing()
  await at.sync()
  const {id} = await at.sell()
  await at.studio().create(held({stripeSessionId: id}))
  at.pass(30 * A_DAY)
  // The sessions of the whole silence are read before the refunds are, and the buyer does not wait.
  at.stripe.faults.next({match: {path: '/v1/refunds'}, delayMs: 200})
  const running = at.sync()
  await expect
    .poll(() => at.stripe.ledger.requests.some(({path}) => path === '/v1/checkout/sessions'))
    .toBe(true)
  await at.stripe.control.refund(id)
  await running
  at.pass(60)
  await at.sync()
  expect(at.active()).toEqual([])
})

it('A dispute is asked for until it is over, and a lost one is left to a person.', async () => {
  const at = await boughtLongAgo()
  await at.stripe.control.dispute(at.payment)
  at.pass(30)
  expect((await at.sync()).left).toMatchObject([{payment: at.payment, verdict: 'refunded'}])
  expect(at.state().openDisputes).toHaveLength(1)
  at.pass(40 * A_DAY)
  await at.sync()
  await at.stripe.control.dispute(at.payment, 'lost')
  at.pass(30)
  expect(await at.sync()).toMatchObject({
    repairs: [],
    left: [{payment: at.payment, verdict: 'refunded'}],
    counts: {disputes: 1},
  })
  expect(at.state().openDisputes).toEqual([])
})
