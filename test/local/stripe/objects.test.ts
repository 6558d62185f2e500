import Stripe from 'stripe'
import {describe, expect, test} from 'vitest'
import {checkoutSession} from '../../../studio/local/stripe/objects/checkout-session.ts'
import {createIds} from '../../../studio/local/stripe/objects/ids.ts'
import {sessionFromJson} from '../../../studio/local/stripe/objects/session-from-json.ts'
import {createStripe, startStripe} from '../../../studio/local/stripe/start-stripe.ts'
import {listen} from './listen.ts'
import {accounts, liveKey, sale, setup} from './setup.ts'

describe('a sale told in few words', () => {
  test('is the same each time, and another one for other words', () => {
    expect(sale()).toEqual(sale())
    expect(sale().id).not.toBe(sale({email: 'ben.holm@example.com'}).id)
  })

  test('takes its ids in turn from a generator, so that two equal sales are two', () => {
    const words = {createdAt: '2026-03-01T10:00:00Z', amount: 25_000}
    const ids = createIds('demo school')
    const twice = [checkoutSession(words, ids), checkoutSession(words, ids)].map((session) => session.id)
    const again = createIds('demo school')

    expect(new Set(twice).size).toBe(2)
    expect(
      [checkoutSession(words, again), checkoutSession(words, again)].map((session) => session.id),
    ).toEqual(twice)
  })

  test('refers to its own parts', () => {
    const session = sale({id: 'cs_live_1', refunded: 5_000, disputed: 'won', discount: 2_000})
    const intent = session.payment_intent
    if (intent === null || typeof intent === 'string') throw new Error('not attached')

    expect(intent.latest_charge).toMatchObject({
      payment_intent: intent.id,
      amount_refunded: 5_000,
      disputed: true,
      dispute: {status: 'won', payment_intent: intent.id},
      refunds: {data: [{amount: 5_000, payment_intent: intent.id}]},
    })
    expect(session).toMatchObject({amount_subtotal: 27_000, amount_total: 25_000})
    expect(session.line_items?.data).toMatchObject([{amount_total: 25_000, amount_discount: 2_000}])
  })
})

describe('a sale from a file', () => {
  test('of an older version is served whole', async () => {
    const {account: _account, locale: _locale, wallet_options: _options, ...old} = sale()
    const read = sessionFromJson(JSON.parse(JSON.stringify({...old, account: 'acct_A', ui_mode: 'hosted'})))
    const {stripe, onA} = await setup({sessions: [read]})

    const session = await stripe.checkout.sessions.retrieve(read.id, {expand: ['line_items']}, onA)

    expect(session).toMatchObject({id: old.id, locale: null, wallet_options: null})
    expect(session.line_items?.data[0]?.price?.unit_amount).toBe(25_000)
  })

  test('that is no checkout session is refused', () => {
    expect(() => sessionFromJson({id: 'ch_1', object: 'charge'})).toThrow(TypeError)
  })
})

describe('the local Stripe', () => {
  test('says that its port is taken', async () => {
    const {local} = await setup()

    const second = startStripe({accounts, keys: [], sessions: []}, {port: local.sdk.port})

    await expect(second).rejects.toMatchObject({code: 'EADDRINUSE'})
  })

  test('is mounted in a server that answers other things too', async () => {
    const paid = sale()
    const stripe = createStripe({accounts, keys: [{key: liveKey}], sessions: [paid]})
    const port = await listen((request, response) => {
      if (request.url?.startsWith('/v1/') === true) stripe.handle(request, response)
      else response.end('the Studio')
    })
    const client = new Stripe(liveKey, {host: '127.0.0.1', port, protocol: 'http'})

    const read = await client.checkout.sessions.retrieve(paid.id, {}, {stripeAccount: 'acct_A'})

    expect(read.id).toBe(paid.id)
  })
})
