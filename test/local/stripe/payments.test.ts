import {describe, expect, test} from 'vitest'
import {idIn, refusal, sale, sales, setup} from './setup.ts'

describe('money that came and went', () => {
  test('a refund is listed, and its charge says how much went back', async () => {
    const half = sale({refunded: 10_000, refundedAt: '2026-03-05T09:00:00Z'})
    const {stripe, onA} = await setup({sessions: [half]})

    const [refund] = (await stripe.refunds.list({expand: ['data.charge']}, onA)).data

    expect(refund).toMatchObject({
      amount: 10_000,
      status: 'succeeded',
      created: Date.parse('2026-03-05T09:00:00Z') / 1000,
      charge: {amount: 25_000, amount_refunded: 10_000, refunded: false},
    })
  })

  test('a charge brings its refunds when it is asked to', async () => {
    const {stripe, onA} = await setup({sessions: [sale({refunded: true})]})

    const [bare] = (await stripe.charges.list({}, onA)).data
    const [whole] = (await stripe.charges.list({expand: ['data.refunds']}, onA)).data

    expect(bare).not.toHaveProperty('refunds')
    expect(bare).toMatchObject({refunded: true, amount_refunded: 25_000})
    expect(whole?.refunds?.data).toMatchObject([{amount: 25_000, charge: bare?.id}])
  })

  test('refunds and disputes are found by the day they were made, not the day of the sale', async () => {
    const old = sale({
      createdAt: '2025-11-01T10:00:00Z',
      refunded: true,
      refundedAt: '2026-03-02T10:00:00Z',
      disputed: 'needs_response',
      disputedAt: '2026-03-03T10:00:00Z',
    })
    const {stripe, onA} = await setup({sessions: [old, ...sales(3)]})
    const since = {created: {gte: Date.parse('2026-03-02T00:00:00Z') / 1000}}

    expect((await stripe.refunds.list(since, onA)).data).toHaveLength(1)
    expect((await stripe.disputes.list(since, onA)).data).toHaveLength(1)
  })

  test('a charge says only that it is disputed; how that stands is in the dispute', async () => {
    const {stripe, onA} = await setup({
      sessions: [sale({disputed: 'lost'}), sale({email: 'ben.holm@example.com'})],
    })

    const disputes = await stripe.disputes.list({expand: ['data.charge']}, onA)
    const [dispute] = disputes.data
    const charge = await stripe.charges.retrieve(
      typeof dispute?.charge === 'object' ? dispute.charge.id : '',
      {},
      onA,
    )

    expect(disputes.data).toMatchObject([{status: 'lost', charge: {disputed: true}}])
    expect(charge).not.toHaveProperty('dispute')
  })

  test('refunds and disputes are found by their payment intent', async () => {
    const back = sale({refunded: true, disputed: 'won'})
    const {stripe, onA} = await setup({
      sessions: [back, sale({email: 'ben.holm@example.com', refunded: true})],
    })
    const intent = idIn((await stripe.checkout.sessions.retrieve(back.id, {}, onA)).payment_intent)

    const refunds = await stripe.refunds.list({payment_intent: intent}, onA)
    const disputes = await stripe.disputes.list({payment_intent: intent}, onA)
    const charges = await stripe.charges.list({payment_intent: intent}, onA)

    expect([refunds.data.length, disputes.data.length, charges.data.length]).toEqual([1, 1, 1])
    expect(refunds.data[0]?.charge).toBe(charges.data[0]?.id)
  })

  test('a refund through the API can not give back more than was paid', async () => {
    const {stripe, onA} = await setup({sessions: [sale()]})
    const charge = (await stripe.charges.list({}, onA)).data[0]?.id ?? ''

    await stripe.refunds.create({charge, amount: 10_000}, onA)
    const tooMuch = await refusal(stripe.refunds.create({charge, amount: 20_000}, onA))
    await stripe.refunds.create({charge}, onA)
    const again = await refusal(stripe.refunds.create({charge}, onA))

    expect(tooMuch).toMatchObject({statusCode: 400, param: 'amount'})
    expect(again).toMatchObject({code: 'charge_already_refunded'})
    expect(await stripe.charges.retrieve(charge, {}, onA)).toMatchObject({
      refunded: true,
      amount_refunded: 25_000,
    })
    expect((await stripe.refunds.list({charge}, onA)).data.map((refund) => refund.amount)).toEqual([
      15_000, 10_000,
    ])
  })
})

describe('what was sold', () => {
  test('a hundred products come in one request by their ids', async () => {
    const {stripe, onA, local} = await setup({sessions: sales(120)})
    const sessions = await stripe.checkout.sessions.list({limit: 100, expand: ['data.line_items']}, onA)
    const ids = sessions.data.map((session) => idIn(session.line_items?.data[0]?.price?.product))

    const products = await stripe.products.list({ids, limit: 100}, onA)

    expect(new Set(products.data.map((product) => product.id))).toEqual(new Set(ids))
    expect(products.data[0]?.metadata).toEqual({passId: 'P6', passType: 'multi'})
    expect(local.ledger.requests).toHaveLength(2)
  })

  test('a price has its exact decimal amount', async () => {
    const {stripe, onA} = await setup({sessions: [sale()]})

    const [price] = (await stripe.prices.list({}, onA)).data

    expect(price?.unit_amount_decimal?.toString()).toBe('25000')
  })
})
