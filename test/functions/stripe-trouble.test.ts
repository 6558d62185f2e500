import {describe, expect, it} from 'vitest'
import {readOnlyPermissions} from '../../studio/local/stripe/permissions.ts'
import {KEY, sale, SCHOOL, setup, theOnly} from './setup.ts'

const SESSIONS = /^\/v1\/checkout\/sessions/
const PAYMENT = `${SCHOOL}/payments/${sale().id}`

describe('a key that Stripe refuses', () => {
  it('is told by its setting, in the stream and without a part of the key', async () => {
    const {stream} = await setup({environment: {STRIPE_SECRET_KEY: 'rk_live_anotherSchoolsPlatform'}})
    const parts = await stream()
    expect(parts.at(-1)).toMatchObject({
      part: 'fault',
      error: {code: 'misconfigured', detail: {settings: 'STRIPE_SECRET_KEY', reason: 'refused_by_stripe'}},
    })
    expect(JSON.stringify(parts)).not.toContain('form')
    expect(parts.some(({part}) => part === 'done' || part === 'ledger')).toBe(false)
  })

  it('is told when it expired', async () => {
    const {fault, stripe} = await setup()
    stripe.control.expireKey(KEY)
    expect(await fault(PAYMENT)).toMatchObject({
      status: 500,
      code: 'misconfigured',
      detail: {settings: 'STRIPE_SECRET_KEY'},
    })
  })
})

describe('an account that the key cannot read', () => {
  it('is never an empty list: the stream ends with the fault', async () => {
    const {stream, stripe} = await setup({sessions: [sale()]})
    stripe.control.disconnect('acct_A')
    const parts = await stream()
    expect(parts.at(-1)).toMatchObject({
      part: 'fault',
      error: {code: 'account_unreadable', detail: {account: 'acct_A'}},
    })
    expect(parts.some(({part}) => part === 'done')).toBe(false)
  })

  it('is told for one payment too', async () => {
    const {fault} = await setup({
      keys: [{key: KEY, permissions: readOnlyPermissions, noAccessTo: ['acct_A']}],
    })
    expect(await fault(PAYMENT)).toMatchObject({
      status: 424,
      code: 'account_unreadable',
      detail: {account: 'acct_A'},
    })
  })

  it('is told by the permission that the key lacks', async () => {
    const {fault} = await setup({
      keys: [{key: KEY, permissions: readOnlyPermissions.filter((each) => each !== 'checkout_session_read')}],
    })
    expect(await fault(PAYMENT)).toMatchObject({
      status: 424,
      code: 'account_unreadable',
      detail: {account: 'acct_A', permission: 'rak_checkout_session_read'},
    })
  })
})

describe('Stripe asks to slow down', () => {
  it('once: the person notices nothing', async () => {
    const {send, stripe} = await setup({sessions: [sale()]})
    stripe.faults.next({match: {path: SESSIONS}, status: 429, code: 'rate_limit', times: 2})
    expect((await send(PAYMENT)).status).toBe(200)
  })

  it('and does not stop: it is said, with how long to wait', async () => {
    const {fault, stripe} = await setup({sessions: [sale()]})
    stripe.faults.next({match: {path: SESSIONS}, status: 429, code: 'rate_limit', times: 20})
    const answer = await fault(PAYMENT)
    expect(answer).toMatchObject({status: 429, code: 'rate_limited', retryAfterSeconds: 2})
    expect(answer.headers.get('retry-after')).toBe('2')
    expect(stripe.ledger.requests).toHaveLength(4)
  })

  it('for longer than anybody waits: it is said at once', async () => {
    const {fault, stripe} = await setup({sessions: [sale()]})
    const headers = {'retry-after': '30'}
    stripe.faults.next({match: {path: SESSIONS}, status: 429, code: 'rate_limit', times: 20, headers})
    expect(await fault(PAYMENT)).toMatchObject({status: 429, retryAfterSeconds: 30})
    expect(stripe.ledger.requests).toHaveLength(1)
  })

  it('its limits are kept: a long period is read without one refusal', async () => {
    const {stream, stripe} = await setup({sessions: [sale()]})
    stripe.faults.rateLimits = true
    const parts = await stream('?from=2023-06-01')
    theOnly(parts, 'done')
    expect(stripe.ledger.requests.filter(({status}) => status === 429)).toEqual([])
  })
})

describe('Stripe does not work', () => {
  it('for a moment: the person notices nothing', async () => {
    const {send, stripe} = await setup({sessions: [sale()]})
    stripe.faults.next({match: {path: SESSIONS}, status: 500})
    stripe.faults.next({match: {path: SESSIONS}, hangUp: true})
    expect((await send(PAYMENT)).status).toBe(200)
  })

  it('for longer: it is said that the same request may work later', async () => {
    const {fault, stripe} = await setup({sessions: [sale()]})
    stripe.faults.next({match: {path: SESSIONS}, status: 500, times: 20})
    expect(await fault(PAYMENT)).toMatchObject({
      status: 502,
      code: 'stripe_unavailable',
      retryAfterSeconds: 2,
    })
  })

  it('in the middle of a stream: what was read stays, and the stream says that it is not whole', async () => {
    const {stream, stripe} = await setup({
      sessions: [sale(), sale({createdAt: '2026-01-05T10:00:00Z'})],
    })
    const january = {path: SESSIONS, account: 'acct_A'}
    // March, February and January are asked for side by side; the last of them fails, again and again.
    stripe.faults.next({match: january, delayMs: 1})
    stripe.faults.next({match: january, delayMs: 1})
    stripe.faults.next({match: january, status: 503, times: 20})
    const parts = await stream('?from=2026-01-01')
    expect(parts.at(-1)).toMatchObject({part: 'fault', error: {code: 'stripe_unavailable'}})
    expect(parts.some(({part}) => part === 'payments')).toBe(true)
  })

  it('and something else answers in its place: a proxy’s page is no proof that a payment does not exist', async () => {
    const {fault, stripe} = await setup({sessions: [sale()]})
    const rawBody = '{"message": "no Route matched with those values"}'
    stripe.faults.next({match: {path: SESSIONS}, status: 404, rawBody, times: 20})
    expect(await fault(PAYMENT)).toMatchObject({status: 502, code: 'stripe_unavailable'})
  })
})
