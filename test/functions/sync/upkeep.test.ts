import {expect, it} from 'vitest'
import {HOUR, MINUTE, toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../../../studio/local/lake/start-lake.ts'
import {NOW, theOnly} from '../setup.ts'
import {syncing, type Syncing} from './syncing.ts'

/** A note of the platform's own webhook. */
function note(event: string, at: number, more: Record<string, unknown>): LakeDocument {
  return {
    _id: `log-${event}`,
    _type: 'webhookLog',
    eventType: 'checkout.session.completed',
    eventId: event,
    status: 'success',
    timestamp: toIso(at),
    ...more,
  }
}

const upkeepOf = async ({stream}: Syncing) => theOnly(await stream(), 'done').upkeep

it('The facts say when a webhook and a run were last at work for the school, and when the next run comes.', async () => {
  const at = await syncing({
    documents: [
      note('evt_ours', NOW - 9 * MINUTE, {details: {account: 'acct_A'}}),
      note('evt_other', NOW - MINUTE, {details: {account: 'acct_B'}}),
      note('evt_elsewhere', NOW - MINUTE, {school: {_type: 'reference', _ref: 'tenantU'}}),
      note('evt_older', NOW - HOUR, {details: {}}),
    ],
  })
  await at.sync({every: 60})
  expect(await upkeepOf(at)).toEqual({
    lastWebhook: NOW - 9 * MINUTE,
    lastRun: {at: NOW, fault: null, left: 0},
    nextRun: NOW + HOUR,
  })
})

it('A run that broke off is told as such.', async () => {
  const at = await syncing({patience: {timeout: 1_000, firstPause: 1}})
  at.stripe.faults.next({match: {path: '/v1/refunds'}, status: 500, times: 4})
  await at.ask({schools: ['tenantT']})
  expect(await upkeepOf(at)).toEqual({
    lastWebhook: null,
    lastRun: {at: NOW, fault: 'stripe_unavailable', left: 0},
    nextRun: null,
  })
})
