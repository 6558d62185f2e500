import type {IncomingHttpHeaders} from 'node:http'
import {text} from 'node:stream/consumers'
import {describe, expect, test} from 'vitest'
import {webhookEndpoint} from '../../../studio/local/stripe/objects/webhook-endpoint.ts'
import {listen} from './listen.ts'
import {refusal, sale, setup} from './setup.ts'

const secret = 'whsec_ofTheConnectEndpoint'
const at = Date.parse('2026-03-10T12:00:00Z')

/** A function's webhook route: keeps what it is sent and answers with the next of these. */
async function listener(statuses: number[] = []) {
  const heard: {body: string; headers: IncomingHttpHeaders}[] = []
  const port = await listen(async (request, response) => {
    heard.push({body: await text(request), headers: request.headers})
    response.writeHead(statuses.shift() ?? 200, {location: '/moved'}).end()
  })
  return {heard, url: `http://127.0.0.1:${port}/webhook`}
}

function endpointAt(url: string, enabledEvents = ['checkout.session.completed', 'charge.refunded']) {
  return {
    endpoint: webhookEndpoint({id: 'we_connect', url, enabledEvents, created: 1}),
    secret,
    connect: true,
  }
}

describe('a sale', () => {
  test('makes an event that is signed, names the school, and is verified by the SDK', async () => {
    const {heard, url} = await listener()
    const {stripe, local} = await setup({webhookEndpoints: [endpointAt(url)]}, {now: () => at})

    const sent = await local.control.sell(sale())
    const [call] = heard
    const event = await stripe.webhooks.constructEventAsync(
      call?.body ?? '',
      String(call?.headers['stripe-signature']),
      secret,
      undefined,
      undefined,
      at,
    )

    expect(event).toMatchObject({
      id: sent.id,
      account: 'acct_A',
      type: 'checkout.session.completed',
      livemode: true,
    })
    expect(event.data.object).toMatchObject({
      object: 'checkout.session',
      payment_intent: expect.stringMatching(/^pi_/),
    })
    expect(sent.pending_webhooks).toBe(0)
    expect(local.ledger.deliveries).toMatchObject([{event: sent.id, status: 200, ok: true}])
  })

  test('whose delivery fails or is redirected stays pending, and is listed as such', async () => {
    const {url} = await listener([500, 302])
    const {stripe, local, onA} = await setup({webhookEndpoints: [endpointAt(url)]}, {now: () => at})

    await local.control.sell(sale())
    await local.control.sell(sale({email: 'ben.holm@example.com'}))
    await local.control.sell(sale({email: 'cato.vik@example.com'}))
    const undelivered = await stripe.events.list({delivery_success: false}, onA)
    const delivered = await stripe.events.list({delivery_success: true}, onA)

    expect(undelivered.data.map((event) => event.pending_webhooks)).toEqual([1, 1])
    expect(delivered.data).toHaveLength(1)
  })

  test('is told once more when its event is sent again', async () => {
    const {heard, url} = await listener([500])
    const {local} = await setup({webhookEndpoints: [endpointAt(url)]})
    const missed = await local.control.sell(sale())

    const sent = await local.control.resend(missed.id)

    expect([missed.pending_webhooks, sent.pending_webhooks]).toEqual([1, 0])
    expect(heard.map(({body}) => JSON.parse(body))).toMatchObject([{id: sent.id}, {id: sent.id}])
  })

  test('stays pending while its endpoint cannot be reached, and is told when Stripe comes again', async () => {
    const {heard, url} = await listener()
    const {stripe, local, onA} = await setup({webhookEndpoints: [endpointAt(url)]}, {now: () => at})
    local.control.reachEndpoints(false)
    const missed = await local.control.sell(sale())
    expect([missed.pending_webhooks, heard.length]).toEqual([1, 0])

    local.control.reachEndpoints(true)
    const told = await local.control.retryDeliveries()

    expect(told).toMatchObject([{id: missed.id, pending_webhooks: 0}])
    expect(heard).toHaveLength(1)
    expect((await stripe.events.list({delivery_success: false}, onA)).data).toEqual([])
    expect(await local.control.retryDeliveries()).toEqual([])
  })

  test('that one of two endpoints has taken is told again to the other only', async () => {
    const one = await listener()
    const other = await listener([500])
    const second = endpointAt(other.url)
    const webhookEndpoints = [
      endpointAt(one.url),
      {...second, endpoint: {...second.endpoint, id: 'we_second'}},
    ]
    const {local} = await setup({webhookEndpoints})
    const sold = await local.control.sell(sale())

    const [told] = await local.control.retryDeliveries()

    expect([sold.pending_webhooks, told?.pending_webhooks]).toEqual([1, 0])
    expect([one.heard.length, other.heard.length]).toEqual([1, 2])
  })

  test('that was taken stays so, though it is told once more in vain', async () => {
    const {url} = await listener([200, 500])
    const {local} = await setup({webhookEndpoints: [endpointAt(url)]})
    const sold = await local.control.sell(sale())
    expect(await local.control.resend(sold.id)).toMatchObject({pending_webhooks: 0})
  })

  test('is not told to endpoints of another platform', async () => {
    const {heard, url} = await listener()
    const {local} = await setup({webhookEndpoints: [{...endpointAt(url), account: 'acct_other_platform'}]})

    await local.control.sell(sale())

    expect(heard).toEqual([])
  })

  test('is told to nobody outside this machine, whatever the seed says', async () => {
    const {heard, url} = await listener()
    // Reaches the listener all the same, but its name does not promise to stay here.
    const elsewhere = url.replace('127.0.0.1', '0.0.0.0')
    const {local} = await setup({webhookEndpoints: [endpointAt(elsewhere)]})

    const sent = await local.control.sell(sale())

    expect(heard).toEqual([])
    expect(sent.pending_webhooks).toBe(1)
  })

  test.each([
    ['of the platform itself', {connect: false}, {}],
    ['that is disabled', {}, {status: 'disabled'} as const],
    ['of test mode', {}, {livemode: false}],
    ['for other events', {}, {enabledEvents: ['charge.refunded']}],
  ])('is not told to an endpoint %s', async (_which, seed, words) => {
    const {heard, url} = await listener()
    const endpoint = webhookEndpoint({id: 'we_deaf', url, created: 1, ...words})
    const {local} = await setup({webhookEndpoints: [{...endpointAt(url), endpoint, ...seed}]})

    const sent = await local.control.sell(sale())

    expect(heard).toEqual([])
    expect(sent.pending_webhooks).toBe(0)
  })
})

describe('an open checkout', () => {
  test('is paid a while after it was opened', async () => {
    const open = sale({status: 'open', createdAt: '2026-03-10T10:00:00Z'})
    const {stripe, local, onA} = await setup({sessions: [open]}, {now: () => at})

    await local.control.completeCheckout(open.id)
    const paid = await stripe.checkout.sessions.retrieve(
      open.id,
      {expand: ['payment_intent.latest_charge', 'line_items']},
      onA,
    )

    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      created: at / 1000 - 7200,
      customer_details: {email: 'ada.lind@example.com'},
      payment_intent: {amount: 25_000, latest_charge: {created: at / 1000, paid: true}},
      line_items: {data: [{description: 'Open week Trial Pass'}]},
    })
    await expect(async () => local.control.completeCheckout(open.id)).rejects.toThrow('is not open')
  })

  test('is completed by a bank debit whose money comes days later, or never', async () => {
    const [one, other] = [sale({status: 'open'}), sale({status: 'open', email: 'ben.holm@example.com'})]
    const {stripe, local, onA} = await setup({sessions: [one, other]}, {now: () => at})
    const read = (id: string) =>
      stripe.checkout.sessions.retrieve(id, {expand: ['payment_intent.latest_charge']}, onA)

    await local.control.beginPayment(one.id)
    await local.control.beginPayment(other.id)
    expect(await read(one.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: {status: 'processing', amount_received: 0, latest_charge: {status: 'pending'}},
    })

    await local.control.settlePayment(one.id, 'paid')
    await local.control.settlePayment(other.id, 'failed')
    expect(await read(one.id)).toMatchObject({
      payment_status: 'paid',
      payment_intent: {status: 'succeeded', amount_received: 25_000, latest_charge: {paid: true}},
    })
    expect(await read(other.id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: {status: 'requires_payment_method', latest_charge: {status: 'failed'}},
    })
    const types = (await stripe.events.list({type: 'checkout.session.async_payment_*'}, onA)).data
    expect(types.map(({type}) => type).toSorted()).toEqual([
      'checkout.session.async_payment_failed',
      'checkout.session.async_payment_succeeded',
    ])
    await expect(async () => local.control.settlePayment(one.id, 'paid')).rejects.toThrow(
      'No money is on its',
    )
  })

  test('that comes up is listed as open', async () => {
    const {stripe, local, onA} = await setup()

    local.control.openCheckout(sale({id: 'cs_live_open', status: 'open'}))

    const {data} = await stripe.checkout.sessions.list({status: 'open'}, onA)
    expect(data).toMatchObject([{id: 'cs_live_open', url: expect.stringContaining('cs_live_open')}])
  })

  test('expires unpaid', async () => {
    const open = sale({status: 'open'})
    const {stripe, local, onA} = await setup({sessions: [open]})

    await local.control.expireCheckout(open.id)

    expect(await stripe.checkout.sessions.retrieve(open.id, {}, onA)).toMatchObject({
      status: 'expired',
      payment_status: 'unpaid',
      payment_intent: null,
    })
  })
})

describe('after a sale', () => {
  test('money goes back, and the school hears of it', async () => {
    const {heard, url} = await listener()
    const paid = sale()
    const {stripe, local, onA} = await setup({sessions: [paid], webhookEndpoints: [endpointAt(url)]})

    await local.control.refund(paid.id, {amount: 5_000})
    await local.control.refund(paid.id)

    const [charge] = (await stripe.charges.list({}, onA)).data
    expect(charge).toMatchObject({refunded: true, amount_refunded: 25_000})
    expect((await stripe.refunds.list({}, onA)).data.map((refund) => refund.amount)).toEqual([20_000, 5_000])
    expect(heard).toHaveLength(2)
  })

  test('money goes back slowly, and comes again when the bank cannot take it', async () => {
    const paid = sale()
    const {stripe, local, onA} = await setup({sessions: [paid]})

    await local.control.refund(paid.id, {status: 'pending'})
    expect((await stripe.refunds.list({}, onA)).data).toMatchObject([{status: 'pending'}])
    expect((await stripe.charges.list({}, onA)).data).toMatchObject([{refunded: true}])
    await local.control.settleRefund(paid.id, 'failed')

    expect((await stripe.refunds.list({}, onA)).data).toMatchObject([{status: 'failed'}])
    expect((await stripe.charges.list({}, onA)).data).toMatchObject([{refunded: false, amount_refunded: 0}])
    await local.control.refund(paid.id, {status: 'pending'})
    await local.control.settleRefund(paid.id, 'succeeded')

    expect((await stripe.charges.list({}, onA)).data).toMatchObject([{refunded: true}])
    const types = (await stripe.events.list({type: 'refund.*'}, onA)).data.map(({type}) => type)
    expect(types).toEqual(['refund.updated', 'refund.failed'])
  })

  test('a dispute opens and is lost', async () => {
    const paid = sale()
    const {stripe, local, onA} = await setup({sessions: [paid]})

    await local.control.dispute(paid.id)
    expect((await stripe.disputes.list({}, onA)).data).toMatchObject([{status: 'needs_response'}])
    await local.control.dispute(paid.id, 'lost')

    expect((await stripe.disputes.list({}, onA)).data).toMatchObject([{status: 'lost'}])
    expect((await stripe.charges.list({}, onA)).data).toMatchObject([{disputed: true}])
    const types = (await stripe.events.list({type: 'charge.dispute.*'}, onA)).data.map((event) => event.type)
    expect(types).toEqual(['charge.dispute.closed', 'charge.dispute.created'])
  })

  test('the school leaves the platform, or can no longer take payments', async () => {
    const {heard, url} = await listener()
    const webhookEndpoints = [endpointAt(url, ['account.updated'])]
    const {stripe, local, onA} = await setup({sessions: [sale()], webhookEndpoints})

    await local.control.changeAccount('acct_A', {charges_enabled: false})
    expect(await stripe.accounts.retrieve('acct_A')).toMatchObject({charges_enabled: false})
    expect(heard.map(({body}) => JSON.parse(body))).toMatchObject([
      {type: 'account.updated', account: 'acct_A', data: {object: {id: 'acct_A', charges_enabled: false}}},
    ])
    local.control.disconnect('acct_A')

    expect(await refusal(stripe.checkout.sessions.list({}, onA))).toMatchObject({code: 'account_invalid'})
  })
})

describe('events', () => {
  test('of the seed are there, with the time the money came, and for 30 days only', async () => {
    const young = sale({createdAt: '2026-03-10T08:00:00Z', paidAt: '2026-03-10T10:00:00Z'})
    const old = sale({createdAt: '2026-02-01T10:00:00Z'})
    const {stripe, onA} = await setup({sessions: [old, young]}, {now: () => at})

    const events = await stripe.events.list({types: ['checkout.session.completed']}, onA)

    expect(events.data).toMatchObject([
      {created: at / 1000 - 7200, account: 'acct_A', data: {object: {id: young.id}}},
    ])
  })
})

describe('a webhook endpoint', () => {
  test('is listed by its platform, without its secret', async () => {
    const {stripe} = await setup({webhookEndpoints: [endpointAt('https://school.example.com/hook')]})

    const [endpoint] = (await stripe.webhookEndpoints.list()).data

    expect(endpoint).toMatchObject({url: 'https://school.example.com/hook', status: 'enabled'})
    expect(endpoint).not.toHaveProperty('secret')
  })
})

describe('a reset', () => {
  test('forgets what happened since the seed', async () => {
    const paid = sale()
    const {stripe, local, onA} = await setup({sessions: [paid]})
    await local.control.refund(paid.id)
    await local.control.sell(sale({email: 'ben.holm@example.com'}))

    await local.reset()

    expect((await stripe.checkout.sessions.list({}, onA)).data.map((session) => session.id)).toEqual([
      paid.id,
    ])
    expect((await stripe.refunds.list({}, onA)).data).toEqual([])
    expect(local.ledger.requests).toHaveLength(2)
  })
})
