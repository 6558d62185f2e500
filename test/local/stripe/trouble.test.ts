import Stripe from 'stripe'
import {describe, expect, test} from 'vitest'
import {liveKey, refusal, sale, setup, testKey} from './setup.ts'

const list = '/v1/checkout/sessions'

describe('rate limits', () => {
  test('let 25 requests a second through to one endpoint, and name the limit that was met', async () => {
    let now = Date.parse('2026-03-01T10:00:00Z')
    const {stripe, onA} = await setup({}, {rateLimits: true, now: () => now})
    const burst = (count: number) =>
      Promise.allSettled(Array.from({length: count}, () => stripe.checkout.sessions.list({}, onA)))
    const refusedOf = (results: PromiseSettledResult<unknown>[]) =>
      results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))

    const refused = refusedOf(await burst(30))
    now += 200
    const later = refusedOf(await burst(5))

    expect(refused).toHaveLength(5)
    expect(refused[0]).toBeInstanceOf(Stripe.errors.StripeRateLimitError)
    expect(refused[0]).toMatchObject({
      statusCode: 429,
      code: 'rate_limit',
      headers: {'stripe-rate-limited-reason': 'endpoint-rate', 'stripe-should-retry': 'false'},
    })
    expect(later).toEqual([])
  })

  test('let 100 requests a second through to a live account, over all its endpoints', async () => {
    const {stripe, onA} = await setup({}, {rateLimits: true, now: () => 0})
    const reads = [
      () => stripe.checkout.sessions.list({}, onA),
      () => stripe.charges.list({}, onA),
      () => stripe.refunds.list({}, onA),
      () => stripe.disputes.list({}, onA),
    ]
    await Promise.all(reads.flatMap((read) => Array.from({length: 25}, (): Promise<unknown> => read())))

    const refused = await refusal(stripe.events.list({}, onA))

    expect(refused.headers).toMatchObject({'stripe-rate-limited-reason': 'global-rate'})
  })

  test('let 25 requests a second through in test mode', async () => {
    const {client} = await setup({}, {rateLimits: true, now: () => 0})
    const stripe = client(testKey)
    await Promise.all(
      Array.from({length: 25}, (_, index) => (index % 2 ? stripe.charges : stripe.refunds).list()),
    )

    const refused = await refusal(stripe.events.list())

    expect(refused.headers).toMatchObject({'stripe-rate-limited-reason': 'global-rate'})
  })

  test('are off unless asked for', async () => {
    const {stripe} = await setup({}, {now: () => 0})

    await expect(Promise.all(Array.from({length: 60}, () => stripe.charges.list()))).resolves.toHaveLength(60)
  })

  test('are not tried again by the SDK by itself', async () => {
    const {local} = await setup()
    const stripe = new Stripe(liveKey, {...local.sdk, maxNetworkRetries: 2})
    local.faults.next({status: 429, code: 'rate_limit', times: 5})

    await refusal(stripe.checkout.sessions.list())

    expect(local.ledger.requests).toHaveLength(1)
  })
})

describe('faults on demand', () => {
  test('meet the next matching request, and only so often as was said', async () => {
    const {stripe, local} = await setup()
    local.faults.next({match: {path: list}, status: 500, times: 2})

    await expect(stripe.charges.list()).resolves.toBeDefined()
    for (const _ of [1, 2]) {
      const refused = await refusal(stripe.checkout.sessions.list())
      expect(refused).toMatchObject({statusCode: 500, rawType: 'api_error'})
    }
    await expect(stripe.checkout.sessions.list()).resolves.toBeDefined()
  })

  test('can refuse one account as blind', async () => {
    const {stripe, local} = await setup()
    local.faults.next({match: {account: 'acct_B'}, status: 403, code: 'account_invalid'})

    await expect(stripe.charges.list({}, {stripeAccount: 'acct_A'})).resolves.toBeDefined()
    await expect(refusal(stripe.charges.list({}, {stripeAccount: 'acct_B'}))).resolves.toMatchObject({
      code: 'account_invalid',
    })
  })

  test('can lose the answer of what was carried out', async () => {
    const paid = sale()
    const {stripe, local, onA} = await setup({sessions: [paid]})
    const charge = (await stripe.charges.list({}, onA)).data[0]?.id ?? ''
    local.faults.next({match: {method: 'POST'}, when: 'after', status: 500})

    await refusal(stripe.refunds.create({charge}, onA))

    expect((await stripe.refunds.list({}, onA)).data).toHaveLength(1)
  })

  test('can hang up', async () => {
    const {stripe, local} = await setup()
    local.faults.next({hangUp: true, times: 2})

    await expect(refusal(stripe.charges.list())).resolves.toBeInstanceOf(Stripe.errors.StripeConnectionError)
  })

  test('can answer as a proxy does, which the SDK takes for success', async () => {
    const {stripe, local} = await setup()
    local.faults.next({status: 404, rawBody: '{"message": "no route"}'})

    await expect(stripe.checkout.sessions.retrieve('cs_live_x')).resolves.not.toHaveProperty('object')
  })

  test('can delay past the patience of the client', async () => {
    const {stripe, local} = await setup()
    local.faults.next({delayMs: 200})

    const refused = await refusal(stripe.charges.list({}, {timeout: 20}))

    expect(refused.message).toContain('timeout')
  })

  test('are tried again by the SDK when Stripe says so', async () => {
    const {local} = await setup()
    const stripe = new Stripe(liveKey, {...local.sdk, maxNetworkRetries: 1})
    local.faults.next({status: 429, code: 'lock_timeout', headers: {'stripe-should-retry': 'true'}})

    await expect(stripe.charges.list()).resolves.toBeDefined()
    expect(local.ledger.requests.map((request) => request.status)).toEqual([429, 200])
  })
})

describe('the ledger', () => {
  test('notes what was asked, of which account', async () => {
    const {stripe, local, onA} = await setup()

    await stripe.checkout.sessions.list({limit: 3}, onA)
    await refusal(stripe.charges.retrieve('ch_nobody'))

    expect(local.ledger.requests).toEqual([
      {method: 'GET', path: list, account: 'acct_A', query: 'limit=3', status: 200},
      {method: 'GET', path: '/v1/charges/ch_nobody', account: 'acct_platform', query: '', status: 404},
    ])
  })

  test('notes what is not carried, which is answered as an unknown address', async () => {
    const {stripe, local} = await setup()

    const refused = await refusal(stripe.customers.list())

    expect(refused).toMatchObject({statusCode: 404, rawType: 'invalid_request_error'})
    expect(refused.message).toMatch(/^Unrecognized request URL \(GET: \/v1\/customers\)/)
    expect(local.ledger.unknown).toEqual([{method: 'GET', path: '/v1/customers'}])
    local.ledger.clear()
  })
})
