import {expect, test} from 'vitest'
import {DAY, MINUTE, SECOND, toIso} from '../../plugin/core/contract/instant.ts'
import {CLIP_CARD} from '../../studio/local/seed/catalogue.ts'
import type {DemoSeed} from '../../studio/local/seed/demo-seed.ts'
import {sell} from '../../studio/local/seed/sale.ts'
import {seedClock} from '../../studio/local/seed/seed-clock.ts'
import {studentNamed} from '../../studio/local/seed/students.ts'
import {sentenceOf} from './rows.ts'
import {setup} from './setup.ts'

/** Bjørn buys a clip card, this very moment or so long ago. */
function bought({ago = 0}: {ago?: number} = {}) {
  const paidAt = Date.now() - ago
  const words = {key: 'bought while watching', student: studentNamed('Bjørn Haugen'), pass: CLIP_CARD}
  return sell({...words, at: paidAt - 20 * SECOND, paidAfter: 20 * SECOND}, seedClock(new Date()))
}

test('A payment becomes a pass in the open Studio in under two seconds, without anybody doing anything.', async () => {
  const {open, demo} = await setup()
  const sale = bought()
  const list = await open('/passes?passes[tab]=fixed')
  await list.getByRole('tab', {name: 'Fixed 0'}).waitFor()
  const page = await open('/passes/students/student-bjorn-haugen', {context: list.context()})
  await page.getByText('bjorn.haugen@example.com').first().waitFor()
  const row = page.locator(`[data-entry="${sale.stripe.id}"]`)
  expect(await row.count()).toBe(0)

  const paidAt = performance.now()
  const event = await demo.stripe.control.sell(sale.stripe)
  await expect.poll(() => row.getByText('paid, has the pass').count(), {interval: 20}).toBe(1)
  expect(performance.now() - paidAt).toBeLessThan(2 * SECOND)

  expect(event.pending_webhooks).toBe(0)
  await list.bringToFront()
  await list.getByRole('tab', {name: 'Fixed 1'}).waitFor()
  await list.getByRole('button', {name: 'Show'}).click()
  await expect
    .poll(() => sentenceOf(list, 'Bjørn Haugen').getAttribute('aria-label'))
    .toMatch(/^2,000\skr · Bjørn Haugen · 10 Single Clip Card · paid, has the pass$/)
})

test('With deliveries failing it becomes a mismatch, and the sync that comes by repairs it.', async () => {
  const SYNC_SECRET = 'of-the-scheduler-of-this-test'
  const {open, demo} = await setup({change: switchedOnYesterday, environment: {SYNC_SECRET}})
  demo.stripe.control.reachEndpoints(false)
  const sale = bought({ago: 15 * MINUTE})
  const event = await demo.stripe.control.sell(sale.stripe)
  expect(event.pending_webhooks).toBe(1)
  const page = await open('/passes/students/student-bjorn-haugen')
  const row = page.locator(`[data-entry="${sale.stripe.id}"]`)
  await row.getByText('paid, no pass').waitFor()

  const answer = await fetch(`${demo.url}/api/v1/sync`, {
    method: 'POST',
    headers: {authorization: `Bearer ${SYNC_SECRET}`, 'content-type': 'application/json'},
    body: JSON.stringify({schools: ['school-fjord'], write: true}),
  })
  expect(answer.status).toBe(200)
  await row.getByText('paid, has the pass').waitFor()

  // Stripe comes again when it can, and there is nothing left to do.
  demo.stripe.control.reachEndpoints(true)
  expect(await demo.stripe.control.retryDeliveries()).toMatchObject([{pending_webhooks: 0}])
  expect(
    demo.lake.documents().filter(({stripeSessionId}) => stripeSessionId === sale.stripe.id),
  ).toHaveLength(1)
})

/** A school where webhook and sync have been writing since yesterday. */
function switchedOnYesterday(seed: DemoSeed): DemoSeed {
  const yesterday = toIso(Date.now() - DAY)
  const state = {
    _id: 'passSync.school-fjord',
    _type: 'passSync',
    _createdAt: yesterday,
    _updatedAt: yesterday,
    automaticSince: yesterday,
  }
  return {...seed, documents: [...seed.documents, state]}
}
