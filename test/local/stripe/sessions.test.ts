import {describe, expect, test} from 'vitest'
import {idIn, refusal, sale, sales, setup, testKey} from './setup.ts'

describe('a checkout session', () => {
  test('comes with ids where it refers to others, and without its line items', async () => {
    const paid = sale()
    const {stripe, onA} = await setup({sessions: [paid]})

    const session = await stripe.checkout.sessions.retrieve(paid.id, {}, onA)

    expect(session.object).toBe('checkout.session')
    expect(session.payment_intent).toMatch(/^pi_/)
    expect(session).not.toHaveProperty('line_items')
    expect(session).not.toHaveProperty('account')
  })

  test('brings charge and product along when they are asked for', async () => {
    const paid = sale()
    const {stripe, onA} = await setup({sessions: [paid]})

    const expand = ['payment_intent.latest_charge', 'line_items.data.price.product']
    const session = await stripe.checkout.sessions.retrieve(paid.id, {expand}, onA)

    expect(session).toMatchObject({
      payment_intent: {object: 'payment_intent', latest_charge: {object: 'charge', amount: 25_000}},
      line_items: {
        has_more: false,
        data: [{description: 'Open week Trial Pass', price: {product: {metadata: {passId: 'P6'}}}}],
      },
    })
  })

  test('of nothing to pay has no payment intent', async () => {
    const free = sale({amount: 0})
    const {stripe, onA} = await setup({sessions: [free]})

    const session = await stripe.checkout.sessions.retrieve(
      free.id,
      {expand: ['payment_intent.latest_charge']},
      onA,
    )

    expect(session.payment_intent).toBeNull()
    expect(session.payment_status).toBe('no_payment_required')
  })

  test('that is complete but not yet paid has a payment under way, without a charge', async () => {
    const waiting = sale({paymentStatus: 'unpaid'})
    const {stripe, onA} = await setup({sessions: [waiting]})

    const session = await stripe.checkout.sessions.retrieve(waiting.id, {expand: ['payment_intent']}, onA)

    expect(session).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: {status: 'processing', amount_received: 0, latest_charge: null},
    })
  })

  test('shows ten of its line items, and all of them on their own pages', async () => {
    const items = Array.from({length: 12}, (_, index) => ({description: `Class ${index + 1}`, amount: 1000}))
    const big = sale({amount: 12_000, items})
    const {stripe, onA} = await setup({sessions: [big]})

    const session = await stripe.checkout.sessions.retrieve(big.id, {expand: ['line_items']}, onA)
    const all = await stripe.checkout.sessions
      .listLineItems(big.id, {limit: 3}, onA)
      .autoPagingToArray({limit: 100})

    expect(session.line_items?.data).toHaveLength(10)
    expect(session.line_items?.has_more).toBe(true)
    expect(all.map((item) => item.description)).toEqual(items.map((item) => item.description))
  })

  test('that nobody made is missing, and one of the other mode is told apart', async () => {
    const tried = sale({livemode: false})
    const {stripe, client, onA} = await setup({sessions: [tried]})

    const unknown = await refusal(stripe.checkout.sessions.retrieve('cs_live_x', {}, onA))
    const otherMode = await refusal(stripe.checkout.sessions.retrieve(tried.id, {}, onA))

    expect(unknown).toMatchObject({statusCode: 404, code: 'resource_missing', param: 'session'})
    expect(unknown.message).toBe("No such checkout.session: 'cs_live_x'")
    expect(otherMode.message).toContain('a similar object exists in test mode, but a live mode key was used')
    await expect(client(testKey).checkout.sessions.retrieve(tried.id, {}, onA)).resolves.toMatchObject({
      livemode: false,
    })
  })
})

describe('the list of sessions', () => {
  test('is newest first and is read to its end page by page', async () => {
    const made = sales(25)
    const {stripe, local, onA} = await setup({sessions: made})

    const read = await stripe.checkout.sessions.list({limit: 10}, onA).autoPagingToArray({limit: 1000})

    expect(read.map((session) => session.id)).toEqual(made.map((session) => session.id))
    expect(local.ledger.requests).toHaveLength(3)
  })

  test('goes back to what is newer than a session', async () => {
    const made = sales(9)
    const {stripe, onA} = await setup({sessions: made})

    const page = await stripe.checkout.sessions.list({limit: 3, ending_before: made[5]?.id ?? ''}, onA)

    expect(page.data.map((session) => session.id)).toEqual(made.slice(2, 5).map((session) => session.id))
    expect(page.has_more).toBe(true)
  })

  test('holds a period, its ends counted as they are asked for', async () => {
    const made = sales(5)
    const {stripe, onA} = await setup({sessions: made})
    const at = (index: number) => made[index]?.created ?? 0

    const closed = await stripe.checkout.sessions.list({created: {gte: at(3), lte: at(1)}}, onA)
    const open = await stripe.checkout.sessions.list({created: {gt: at(3), lt: at(1)}}, onA)

    expect(closed.data.map((session) => session.created)).toEqual([at(1), at(2), at(3)])
    expect(open.data.map((session) => session.created)).toEqual([at(2)])
  })

  test('is narrowed by status, email and payment intent', async () => {
    const ada = sale()
    const ben = sale({email: 'ben.holm@example.com'})
    const open = sale({status: 'open', email: 'cato.vik@example.com'})
    const {stripe, onA} = await setup({sessions: [ada, ben, open]})
    const ids = async (params: Parameters<typeof stripe.checkout.sessions.list>[0]) =>
      (await stripe.checkout.sessions.list(params, onA)).data.map((session) => session.id)
    const intent = (await stripe.checkout.sessions.retrieve(ben.id, {}, onA)).payment_intent

    expect(await ids({status: 'open'})).toEqual([open.id])
    expect(await ids({customer_details: {email: 'ada.lind@example.com'}})).toEqual([ada.id])
    expect(await ids({payment_intent: idIn(intent)})).toEqual([ben.id])
  })

  test('expands charge and line items of a whole page in one request', async () => {
    const {stripe, onA, local} = await setup({sessions: sales(3)})

    const expand = ['data.line_items', 'data.payment_intent.latest_charge']
    const page = await stripe.checkout.sessions.list({limit: 100, expand}, onA)

    for (const session of page.data) {
      expect(session).toMatchObject({
        line_items: {data: [{price: {product: expect.stringMatching(/^prod_/)}}]},
        payment_intent: {latest_charge: {paid: true}},
      })
    }
    expect(local.ledger.requests).toHaveLength(1)
  })
})
