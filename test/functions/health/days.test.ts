import {expect, it} from 'vitest'
import {DAY, HOUR, MINUTE, toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../../../studio/local/lake/start-lake.ts'
import {held, NOW, sale} from '../setup.ts'
import {examined} from './examining.ts'

function noted(event: string, status: string, at: number): LakeDocument {
  return {
    _id: `webhook-log-${event}-${status}`,
    _type: 'webhookLog',
    eventType: 'checkout.session.completed',
    eventId: event,
    status,
    details: {account: 'acct_A'},
    timestamp: toIso(at),
  }
}

type Given = Parameters<typeof examined>[0]

async function daysOf(
  given: Given,
  before: (at: Awaited<ReturnType<typeof examined>>) => void = () => undefined,
) {
  const at = await examined(given)
  before(at)
  const {days} = await at.health()
  return {days, on: (day: string) => days?.find((each) => each.day === day)}
}

it('Thirty days are told, each a day on the school’s clock, and a quiet one as nothing.', async () => {
  const {days, on} = await daysOf({
    sessions: [
      sale({id: 'cs_live_late', createdAt: '2026-03-08T22:59:00Z'}),
      // In Oslo this is the next day already.
      sale({id: 'cs_live_night', createdAt: '2026-03-08T23:01:00Z'}),
    ],
    documents: [held({stripeSessionId: 'cs_live_night'})],
  })
  expect(days?.map(({day}) => day)).toHaveLength(30)
  expect([days?.[0]?.day, days?.at(-1)?.day]).toEqual(['2026-02-09', '2026-03-10'])
  expect(on('2026-03-08')).toEqual({
    day: '2026-03-08',
    sales: {paid: 1, granted: 0},
    deliveries: {taken: 0, failed: 0},
    pending: 0,
  })
  expect(on('2026-03-09')?.sales).toEqual({paid: 1, granted: 1})
  expect(on('2026-03-07')?.sales).toEqual({paid: 0, granted: 0})
})

it('What webhooks noted is counted on the day on which it began: taken and failed, not what is being worked on.', async () => {
  const {on} = await daysOf({
    documents: [
      noted('evt_1', 'success', NOW - DAY),
      noted('evt_2', 'error', NOW - DAY),
      noted('evt_3', 'error', NOW - DAY - HOUR),
      noted('evt_3', 'success', NOW - DAY),
      noted('evt_4', 'processing', NOW - MINUTE),
    ],
  })
  expect(on('2026-03-09')?.deliveries).toEqual({taken: 2, failed: 1})
  expect(on('2026-03-10')?.deliveries).toEqual({taken: 0, failed: 0})
})

it('A day of which many sales kept the older ones from being read is not known, and not called quiet.', async () => {
  const sessions = Array.from({length: 520}, (_, nth) =>
    sale({id: `cs_live_${nth}`, createdAt: new Date(NOW - (nth + 1) * HOUR)}),
  )
  const {on} = await daysOf({sessions})
  expect(on('2026-03-09')?.sales).toEqual({paid: 24, granted: 0})
  // The 500th was made on this day, so that some of it was read and some not.
  expect(on('2026-02-17')).toMatchObject({sales: null})
  expect(on('2026-02-10')).toMatchObject({sales: null, deliveries: {taken: 0, failed: 0}})
})

it('Where Stripe cannot be read its days are not known, and what the lake says of them is told all the same.', async () => {
  const {days} = await daysOf(
    {sessions: [sale()], documents: [noted('evt_1', 'success', NOW - DAY)]},
    ({stripe}) => stripe.control.disconnect('acct_A'),
  )
  expect(days?.every(({sales, pending}) => sales === null && pending === null)).toBe(true)
  expect(days?.at(-2)?.deliveries).toEqual({taken: 1, failed: 0})
})

it('The day on which the clock is put forward is one day, and no sale is counted twice or lost.', async () => {
  const {on} = await daysOf(
    {
      sessions: [
        sale({id: 'cs_live_before', createdAt: '2026-03-28T22:30:00Z'}),
        sale({id: 'cs_live_first', createdAt: '2026-03-28T23:00:00Z'}),
        sale({id: 'cs_live_last', createdAt: '2026-03-29T21:59:00Z'}),
        sale({id: 'cs_live_after', createdAt: '2026-03-29T22:00:00Z'}),
      ],
    },
    ({now}) => void (now.at = Date.parse('2026-03-30T10:00:00Z')),
  )
  expect(['2026-03-28', '2026-03-29', '2026-03-30'].map((day) => on(day)?.sales?.paid)).toEqual([1, 2, 1])
})
