import {expect, it, vi} from 'vitest'
import {held, sale} from '../../functions/setup.ts'
import {setup} from './setup.ts'

const ada = sale()
const bought = ada.id

it('a payment without a pass is missing; granted, it is matched here at once and on the other page without reload', async () => {
  const {page} = await setup({sessions: [ada]})
  const [here, there] = [page(), page()]
  await here.shows(bought, 'missing')
  await there.shows(bought, 'missing')
  await here.grant(bought)
  expect(here.verdictOf(bought)).toBe('matched')
  await there.shows(bought, 'matched')
  expect(there.ready().facts.records).toHaveLength(1)
  expect([here.reads(), there.reads()]).toEqual([1, 1])
})

it('what somebody changes in the Studio is judged anew, without asking Stripe', async () => {
  const {page, studio, forgetCalls, stripe} = await setup({
    sessions: [ada],
    documents: [held({stripeSessionId: bought})],
  })
  const {shows, reads} = page()
  await shows(bought, 'matched')
  forgetCalls()
  await studio().patch('sub1').set({endDate: '2026-03-01T10:00:00.000Z'}).commit()
  await shows(bought, 'wrong_terms')
  await studio().delete('sub1')
  await shows(bought, 'missing')
  expect(reads()).toBe(1)
  expect(stripe.ledger.requests).toEqual([])
})

it('a failed reading takes nothing away, and says why', {timeout: 30_000}, async () => {
  const {page, stripe} = await setup({sessions: [ada]})
  const {store, shows, ready, verdictOf} = page()
  await shows(bought, 'missing')
  const {asOf} = ready()
  stripe.faults.next({status: 500, times: Infinity})
  store.refresh()
  expect(ready().refreshing).toBe(true)
  await vi.waitFor(() => expect(ready().stale?.code).toBe('stripe_unavailable'), {timeout: 20_000})
  expect(verdictOf(bought)).toBe('missing')
  expect(ready()).toMatchObject({asOf, refreshing: false})
  stripe.faults.clear()
  store.refresh()
  await vi.waitFor(() => expect(ready().stale).toBeNull())
})

it('a first reading that fails is a fault, never an empty list', {timeout: 30_000}, async () => {
  const {page} = await setup({environment: {STRIPE_SECRET_KEY: 'rk_live_unknown'}})
  const {store} = page()
  await vi.waitFor(() => expect(store.getSnapshot().state).toBe('failed'), {timeout: 20_000})
  expect(store.getSnapshot()).toMatchObject({
    fault: {code: expect.stringMatching(/account_unreadable|misconfigured/)},
  })
})

it('coming back to the page reads again, but not every minute', async () => {
  const {page, now} = await setup({sessions: [ada]})
  const {shows, wake, reads} = page()
  await shows(bought, 'missing')
  wake()
  expect(reads()).toBe(1)
  now.at += 61_000
  wake()
  expect(reads()).toBe(2)
})

it('a log of a webhook says that there may be a new payment', async () => {
  const {page, studio, reads} = await setup({sessions: [ada]}).then((far) => {
    const first = far.page()
    return {page: first, studio: far.studio, reads: first.reads}
  })
  await page.shows(bought, 'missing')
  await studio().create({_type: 'webhookLog', status: 'success'})
  await studio().create({_type: 'webhookLog', status: 'success'})
  await vi.waitFor(() => expect(reads()).toBe(2))
})

it('a glance reads once: later only the lake is listened to, until somebody looks', async () => {
  const {page, studio, now} = await setup({sessions: [ada]})
  const {shows, wake, reads, look} = page({isGlance: true})
  await shows(bought, 'missing')
  await studio().create({_type: 'webhookLog', status: 'success'})
  now.at += 61_000
  wake()
  const granted = held({stripeSessionId: bought})
  await studio().create({...granted, _type: 'subscription'})
  await shows(bought, 'matched')
  expect(reads()).toBe(1)
  look()
  await vi.waitFor(() => expect(reads()).toBe(2))
})
