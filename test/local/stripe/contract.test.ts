import Stripe from 'stripe'
import {afterAll, describe, expect, test} from 'vitest'
import {startStripe} from '../../../studio/local/stripe/start-stripe.ts'
import {accounts, idIn, refusal, testKey} from './setup.ts'

/**
 * What must be true of the local Stripe because it is true of Stripe. With a key of a sandbox in
 * STRIPE_TEST_KEY the same sentences are asked of the real one too.
 */
const local = await startStripe({accounts, keys: [{key: testKey}], sessions: []})
afterAll(async () => {
  await local.close()
  if (local.ledger.unknown.length > 0) throw new Error(JSON.stringify(local.ledger.unknown))
})

const sandboxKey = process.env['STRIPE_TEST_KEY']
const farSides = [
  {
    name: 'the local Stripe',
    client: (key = testKey) => new Stripe(key, {...local.sdk, maxNetworkRetries: 0}),
  },
  ...(sandboxKey === undefined
    ? []
    : [{name: 'a Stripe sandbox', client: (key = sandboxKey) => new Stripe(key, {maxNetworkRetries: 0})}]),
]

const checkout = {
  mode: 'payment',
  success_url: 'https://school.example.com/thanks',
  customer_email: 'ada.lind@example.com',
  metadata: {type: 'pass_purchase', passId: 'P6'},
  line_items: [
    {
      quantity: 1,
      price_data: {
        currency: 'nok',
        unit_amount: 25_000,
        product_data: {name: 'Open week Trial Pass', metadata: {passId: 'P6'}},
      },
    },
  ],
} satisfies Stripe.Checkout.SessionCreateParams

describe.each(farSides)('$name', ({client}) => {
  const stripe = client()

  test('opens a checkout, shows it whole, lists it first, and lets it expire', async () => {
    const opened = await stripe.checkout.sessions.create(checkout)
    const expand = ['line_items.data.price.product', 'payment_intent']
    const whole = await stripe.checkout.sessions.retrieve(opened.id, {expand})
    const newest = await stripe.checkout.sessions.list({limit: 1})
    const expired = await stripe.checkout.sessions.expire(opened.id)

    expect(opened).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 25_000,
      currency: 'nok',
      livemode: false,
      payment_intent: null,
      metadata: {type: 'pass_purchase', passId: 'P6'},
    })
    expect(opened).not.toHaveProperty('line_items')
    expect(whole.line_items).toMatchObject({
      object: 'list',
      has_more: false,
      data: [{object: 'item', amount_total: 25_000, price: {product: {metadata: {passId: 'P6'}}}}],
    })
    expect(newest.data.map((session) => session.id)).toEqual([opened.id])
    expect(expired).toMatchObject({id: opened.id, status: 'expired', url: null})
  })

  test('opens one checkout for two requests with one idempotency key', async () => {
    const idempotencyKey = `contract-${Date.now()}`

    const first = await stripe.checkout.sessions.create(checkout, {idempotencyKey})
    const second = await stripe.checkout.sessions.create(checkout, {idempotencyKey})
    const other = await refusal(
      stripe.checkout.sessions.create(
        {...checkout, customer_email: 'ben.holm@example.com'},
        {idempotencyKey},
      ),
    )

    expect(second.id).toBe(first.id)
    expect(other.rawType).toBe('idempotency_error')
  })

  test('gives products by their ids', async () => {
    const opened = await stripe.checkout.sessions.create(checkout)
    const {data} = await stripe.checkout.sessions.listLineItems(opened.id)
    const id = idIn(data[0]?.price?.product)

    const products = await stripe.products.list({ids: [id], limit: 100})

    expect(products.data).toMatchObject([{id, object: 'product', metadata: {passId: 'P6'}}])
  })

  test('refuses a key that it does not know, without showing it', async () => {
    const refused = await refusal(client('sk_test_51notAKeyOfAnybody0000wxyz').checkout.sessions.list())

    expect(refused).toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
    expect(refused).toMatchObject({statusCode: 401, rawType: 'invalid_request_error'})
    expect(refused.message).toMatch(/^Invalid API Key provided: sk_test_\*+wxyz$/)
    expect(refused.requestId).toMatch(/^req_/)
  })

  test('refuses an account that the key can not see', async () => {
    const stripeAccount = 'acct_1NobodyHasThisOne'
    const listed = await refusal(stripe.checkout.sessions.list({}, {stripeAccount}))
    const retrieved = await refusal(stripe.accounts.retrieve(stripeAccount))

    for (const refused of [listed, retrieved]) {
      expect(refused).toBeInstanceOf(Stripe.errors.StripePermissionError)
      expect(refused).toMatchObject({statusCode: 403, code: 'account_invalid'})
    }
  })

  test('says which account a key belongs to', async () => {
    await expect(stripe.accounts.retrieveCurrent()).resolves.toMatchObject({
      object: 'account',
      id: expect.stringMatching(/^acct_/),
    })
  })

  test.each([
    ['a session', () => stripe.checkout.sessions.retrieve('cs_test_nobody'), 'checkout.session'],
    ['a payment intent', () => stripe.paymentIntents.retrieve('pi_nobody'), 'payment_intent'],
    ['a charge', () => stripe.charges.retrieve('ch_nobody'), 'charge'],
    ['a product', () => stripe.products.retrieve('prod_nobody'), 'product'],
    ['a refund', () => stripe.refunds.retrieve('re_nobody'), 'refund'],
    ['a dispute', () => stripe.disputes.retrieve('du_nobody'), 'dispute'],
    ['an event', () => stripe.events.retrieve('evt_nobody'), 'event'],
  ])('says that %s is missing', async (_what, retrieve, noun) => {
    const refused = await refusal(retrieve())

    expect(refused).toMatchObject({statusCode: 404, code: 'resource_missing'})
    expect(refused.message).toContain(`No such ${noun}`)
  })

  test('refuses a parameter that it does not know', async () => {
    // Past the SDK's types, as an old script would.
    const params = {limit: 1, colour: 'red'}
    const refused = await refusal(stripe.checkout.sessions.list(params))

    expect(refused).toMatchObject({statusCode: 400, code: 'parameter_unknown', param: 'colour'})
    expect(refused.message).toBe('Received unknown parameter: colour')
  })

  test('refuses a name that it does not know inside another', async () => {
    const details = {email: 'ada.lind@example.com', colour: 'red'}
    const refused = await refusal(stripe.checkout.sessions.list({customer_details: details}))

    expect(refused).toMatchObject({statusCode: 400, code: 'parameter_unknown'})
    expect(refused.message).toContain('customer_details[colour]')
  })

  test('refuses to page from a session that it does not know, and both ways at once', async () => {
    const unknown = await refusal(stripe.checkout.sessions.list({starting_after: 'cs_test_nobody'}))
    const both = await refusal(stripe.charges.list({starting_after: 'ch_a', ending_before: 'ch_b'}))

    expect(unknown).toMatchObject({code: 'resource_missing', param: 'starting_after'})
    expect(both).toMatchObject({statusCode: 400, rawType: 'invalid_request_error'})
  })

  test('refuses a status that no session has', async () => {
    const refused = await refusal(stripe.checkout.sessions.list({status: 'paid'}))

    expect(refused).toMatchObject({statusCode: 400, param: 'status'})
  })

  test('knows no address but those of its reference', async () => {
    const refused = await refusal(stripe.rawRequest('GET', '/v1/checkout/passes'))
    local.ledger.clear()

    expect(refused).toMatchObject({statusCode: 404, rawType: 'invalid_request_error'})
    expect(refused.message).toContain('Unrecognized request URL (GET: /v1/checkout/passes)')
  })

  test('expands four levels and refuses five, the data of a list counted', async () => {
    const list = (expand: string[]) => stripe.checkout.sessions.list({limit: 1, expand})

    await expect(list(['data.line_items.data.price'])).resolves.toMatchObject({object: 'list'})
    const refused = await refusal(list(['data.line_items.data.price.product']))

    expect(refused).toMatchObject({statusCode: 400, code: 'property_expansion_max_depth'})
    expect(refused.message).toContain('data.line_items.data.price.product')
  })

  test('refuses to expand what is not expandable', async () => {
    await stripe.checkout.sessions.create(checkout)
    const refused = await refusal(stripe.checkout.sessions.list({limit: 1, expand: ['data.amount_total']}))

    expect(refused).toMatchObject({statusCode: 400, rawType: 'invalid_request_error'})
    expect(refused.message).toContain('cannot be expanded')
  })

  test.each([0, 101])('refuses a page of %d', async (limit) => {
    const refused = await refusal(stripe.charges.list({limit}))

    expect(refused).toMatchObject({statusCode: 400, param: 'limit'})
  })

  test.each([
    ['sessions', () => stripe.checkout.sessions.list()],
    ['payment intents', () => stripe.paymentIntents.list()],
    ['charges', () => stripe.charges.list()],
    ['refunds', () => stripe.refunds.list()],
    ['disputes', () => stripe.disputes.list()],
    ['products', () => stripe.products.list()],
    ['prices', () => stripe.prices.list()],
    ['events', () => stripe.events.list()],
    ['webhook endpoints', () => stripe.webhookEndpoints.list()],
    ['accounts', () => stripe.accounts.list()],
  ])('answers a list of %s as a list', async (_what, list: () => Promise<Stripe.ApiList<unknown>>) => {
    const page = await list()

    expect(page).toMatchObject({object: 'list', url: expect.stringMatching(/^\/v1\//)})
    expect(page.has_more).toBeTypeOf('boolean')
    expect(page.data.length).toBeLessThanOrEqual(10)
  })
})
