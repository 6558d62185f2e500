import {describe, expect, it} from 'vitest'
import {DAY, HOUR, MINUTE, toIso} from '../../../plugin/core/contract/instant.ts'
import {emptySyncState, type SyncState} from '../../../plugin/core/contract/sync-state.ts'
import {syncDocument} from '../../../plugin/core/documents/sync-document.ts'
import type {LakeDocument} from '../../../studio/local/lake/start-lake.ts'
import {NOW, sale} from '../setup.ts'
import {anEvent, OTHER_SECRET, SECRET, setup} from '../webhook/delivering.ts'
import {examined, examining, theCheck} from './examining.ts'

const sold = sale()
const aSale = () => anEvent({object: sold})

type Given = NonNullable<Parameters<typeof setup>[0]>

/** A function that hears of sales, and is examined. */
async function hearing(given: Given = {}) {
  const at = await setup({sessions: [sold], ...given})
  return {...at, ...examining(at)}
}

/** What the platform's own webhook wrote about an event. */
function platformNote(words: Record<string, unknown> = {}, at = NOW - HOUR): LakeDocument {
  const note = {eventId: 'evt_platform', status: 'success', ...words}
  return {
    _id: `webhook-log-${note.eventId}-${note.status}`,
    _type: 'webhookLog',
    eventType: 'checkout.session.completed',
    details: {sessionId: sold.id, account: 'acct_A'},
    timestamp: toIso(at),
    ...note,
  }
}

describe('the webhook’s secret', () => {
  it('that verified a real delivery is proven', async () => {
    const {tell, check, now} = await hearing()
    await tell(aSale())
    expect(await check('secrets')).toMatchObject({
      state: 'ok',
      finding: 'secrets_proven',
      facts: {lastAt: now.at},
    })
  })

  it('that no delivery has proven yet is told, also beside one that was', async () => {
    const {tell, check} = await hearing({environment: {STRIPE_WEBHOOK_SECRETS: `${SECRET}, ${OTHER_SECRET}`}})
    expect(await check('secrets')).toMatchObject({finding: 'secrets_unproven', facts: {count: 2}})
    await tell(aSale())
    expect(await check('secrets')).toMatchObject({
      state: 'warning',
      finding: 'secrets_unproven',
      facts: {count: 1},
      remedy: 'prove_secret',
    })
  })

  it('that is not set leaves the webhook closed, and its signatures unknown', async () => {
    const {health} = await examined({environment: {STRIPE_WEBHOOK_SECRETS: undefined}})
    const answer = await health()
    expect(theCheck(answer, 'secrets')).toMatchObject({state: 'warning', finding: 'secrets_unset'})
    expect(theCheck(answer, 'signatures')).toMatchObject({state: 'unknown', facts: {why: 'no_webhook'}})
  })
})

describe('signatures', () => {
  it('that nobody can verify fail', async () => {
    const {deliver, check, now} = await hearing()
    await deliver(aSale(), {secret: 'whsec_ofSomebodyElse'})
    expect(await check('signatures')).toMatchObject({
      state: 'failing',
      finding: 'signatures_failing',
      facts: {count: 1, lastAt: now.at},
      remedy: 'check_secrets',
    })
  })

  it('that could not be verified before one that could are worth a look, and after a week are not', async () => {
    const {deliver, tell, check, now} = await hearing()
    await deliver(aSale(), {secret: 'whsec_ofSomebodyElse'})
    now.at += 2 * MINUTE
    await tell(aSale())
    expect(await check('signatures')).toMatchObject({state: 'warning', finding: 'signatures_some_failing'})
    now.at += 8 * DAY
    expect(await check('signatures')).toMatchObject({state: 'ok', finding: 'signatures_right'})
  })

  it('of another time say that a clock is wrong', async () => {
    const {deliver, check} = await hearing()
    await deliver(aSale(), {signedAfter: -HOUR})
    expect(await check('signatures')).toMatchObject({
      state: 'warning',
      finding: 'signatures_out_of_time',
      remedy: 'check_clock',
    })
  })
})

describe('failures', () => {
  it('are counted by cause, of this function and of the platform, each event once', async () => {
    const {health} = await hearing({
      documents: [
        platformNote({eventId: 'evt_1', status: 'processing'}),
        platformNote({
          eventId: 'evt_1',
          status: 'error',
          details: {account: 'acct_A', error: 'Request timed out'},
        }),
        platformNote({
          eventId: 'evt_2',
          status: 'error',
          details: {account: 'acct_A', error: 'Request timed out'},
        }),
        platformNote({eventId: 'evt_3', status: 'processing'}),
        platformNote({
          eventId: 'evt_4',
          source: 'stripe-passes',
          status: 'error',
          details: {error: 'lake_unavailable: Sanity did not answer as it should'},
        }),
      ],
    })
    const answer = await health()
    expect(answer.failures).toEqual([
      {cause: 'Request timed out', count: 2, lastAt: NOW - HOUR},
      expect.objectContaining({cause: 'unfinished', count: 1}),
      expect.objectContaining({cause: 'lake_unavailable', count: 1}),
    ])
    expect(theCheck(answer, 'failures')).toMatchObject({
      state: 'failing',
      finding: 'failures_some',
      facts: {count: 4},
      remedy: 'look_at_failures',
    })
  })

  it('that a later try mended, that are still being worked on, or that are old, are none', async () => {
    const {check} = await hearing({
      documents: [
        platformNote({eventId: 'evt_1', status: 'error'}, NOW - 2 * HOUR),
        platformNote({eventId: 'evt_1', status: 'success'}),
        platformNote({eventId: 'evt_2', status: 'processing'}, NOW - MINUTE),
        platformNote({eventId: 'evt_3', status: 'error'}, NOW - 8 * DAY),
      ],
    })
    expect(await check('failures')).toMatchObject({state: 'ok', finding: 'failures_none'})
  })

  it('of another school’s account are not this school’s', async () => {
    const {check} = await hearing({
      documents: [platformNote({status: 'error', details: {account: 'acct_B', error: 'no'}})],
    })
    expect(await check('failures')).toMatchObject({state: 'ok'})
  })

  it('are told without whom they are about', async () => {
    const error = 'No user for ada.lind@example.com (user_2abcDEF345) in session cs_live_a1b2c3d4'
    const {health} = await hearing({
      documents: [platformNote({status: 'error', details: {account: 'acct_A', error}})],
    })
    const told = JSON.stringify((await health()).failures)
    expect(told).toContain('No user for')
    for (const name of ['ada', '2abcDEF345', 'a1b2c3d4']) expect(told).not.toContain(name)
  })

  it('of a delivery that the lake did not let through are counted once it can be noted', async () => {
    const {deliver, health, stripe} = await hearing({patience: {timeout: 2_000, firstPause: 1}})
    stripe.faults.next({match: {path: /^\/v1\/checkout\/sessions/}, status: 500, times: 20})
    expect((await deliver(aSale())).status).toBe(502)
    stripe.faults.clear()
    expect((await health()).failures).toEqual([
      {cause: 'stripe_unavailable', count: 1, lastAt: expect.any(Number)},
    ])
  })
})

describe('the last success', () => {
  it('is when a webhook last did its work', async () => {
    const {tell, health, now} = await hearing()
    await tell(aSale())
    const answer = await health()
    expect(answer.lastSuccess).toBe(now.at)
    expect(theCheck(answer, 'last_success')).toMatchObject({state: 'ok', finding: 'success_recent'})
  })

  it('that lies before the last sale is overdue', async () => {
    const {check} = await hearing({documents: [platformNote({}, Date.parse('2026-02-20T10:00:00Z'))]})
    expect(await check('last_success')).toMatchObject({
      state: 'failing',
      finding: 'success_overdue',
      remedy: 'send_again',
    })
  })

  it('that never was is told', async () => {
    const {check} = await hearing()
    expect(await check('last_success')).toMatchObject({state: 'warning', finding: 'success_never'})
  })
})

describe('another webhook', () => {
  it('that wrote within a week fails while this one grants too', async () => {
    const {check} = await hearing({documents: [platformNote({}, NOW - 6 * DAY)]})
    expect(await check('writers')).toMatchObject({
      state: 'failing',
      finding: 'writes_twice',
      facts: {lastAt: NOW - 6 * DAY},
      remedy: 'let_one_write',
    })
  })

  it('counts at whichever school it was', async () => {
    const elsewhere = platformNote({details: {account: 'acct_B'}})
    const {check} = await hearing({documents: [elsewhere]})
    expect(await check('writers')).toMatchObject({finding: 'writes_twice'})
  })

  it('that fell silent a week ago is gone, and this function’s own notes are not another’s', async () => {
    const {tell, check} = await hearing({documents: [platformNote({}, NOW - 8 * DAY)]})
    await tell(aSale())
    expect(await check('writers')).toMatchObject({state: 'ok', finding: 'writes_alone'})
  })

  it('may write as long as this one does not', async () => {
    const {check} = await hearing({
      environment: {WEBHOOK_WRITES: 'off'},
      documents: [platformNote()],
    })
    expect(await check('writers')).toMatchObject({state: 'ok', finding: 'writes_off'})
  })
})

describe('the scheduled check', () => {
  const counts = {sessions: 0, refunds: 0, disputes: 0, calls: 1, repaired: 0, left: {}}
  const remembered = (words: Partial<SyncState>): LakeDocument => {
    const {_id, _type, fields} = syncDocument({...emptySyncState('tenantT'), ...words})
    return {_id, _type, ...fields}
  }

  it.each([
    ['never ran', 'sync_never', {}],
    ['ran this night', 'sync_recent', {lastRun: {at: NOW - 9 * HOUR, ended: 'done', counts}}],
    ['did not run this night', 'sync_overdue', {lastRun: {at: NOW - 33 * HOUR, ended: 'done', counts}}],
    [
      'runs every five minutes and stopped',
      'sync_overdue',
      {lastRun: {at: NOW - 3 * HOUR, ended: 'done', counts}, nextRun: NOW - 175 * MINUTE},
    ],
    ['failed', 'sync_failed', {lastRun: {at: NOW - HOUR, ended: 'account_unreadable', counts}}],
  ] as const)('that %s is told: %s', async (_what, finding, words) => {
    const {check} = await examined({documents: [remembered(words)]})
    expect(await check('sync')).toMatchObject({finding})
  })
})
