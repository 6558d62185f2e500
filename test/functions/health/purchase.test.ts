import {createServer} from 'node:http'
import {describe, expect, it} from 'vitest'
import {toNodeListener} from '../../../functions/hosts/node.ts'
import {SECOND, toIso} from '../../../plugin/core/contract/instant.ts'
import {purchaseAnswer, type PurchaseAnswer} from '../../../plugin/core/contract/purchase.ts'
import {listen} from '../../../studio/local/demo/listen.ts'
import {held, NOW, sale, SCHOOL} from '../setup.ts'
import {setup} from '../webhook/delivering.ts'
import {endpoint} from './examining.ts'

/** As long as the buyers of these tests take to pay. */
const IN_CHECKOUT = 41 * SECOND

type Setup = Awaited<ReturnType<typeof setup>>

/** Somebody watches for a purchase, and Stripe tells the function of it over the network. */
async function watching({
  environment = {},
  port: elsewhere,
  ...given
}: NonNullable<Parameters<typeof setup>[0]> & {port?: number} = {}) {
  let answer: Setup['handler'] | null = null
  const server = createServer((request, response) => {
    if (answer === null) response.writeHead(503).end()
    else toNodeListener(answer)(request, response)
  })
  const port = elsewhere ?? (await listen(server, 0))
  const url = `http://127.0.0.1:${port}/v1/stripe/webhook`
  const at = await setup({...given, webhookEndpoints: [endpoint({url})], environment})
  answer = at.handler
  const look = async (query: Record<string, string> = {}): Promise<PurchaseAnswer> => {
    const response = await at.send(`${SCHOOL}/purchase?${new URLSearchParams(query).toString()}`)
    expect(response.status).toBe(200)
    return purchaseAnswer.parse(await response.json())
  }
  const {since} = await look()
  return {
    ...at,
    since,
    look: (query: Record<string, string> = {}) => look({since: toIso(since), ...query}),
    buy: (words: Parameters<typeof sale>[0] = {}) =>
      at.stripe.control.sell(
        sale({id: 'cs_live_tried', createdAt: toIso(at.now.at - IN_CHECKOUT), ...words}),
      ),
  }
}

const said = ({steps}: PurchaseAnswer) =>
  steps.map(({step, state, why}) => `${step} ${state}${why === null ? '' : `, ${why}`}`)

describe('a purchase that goes well', () => {
  it('is followed from the money to the student’s own query, each step with its time', async () => {
    const {look, buy, now, since} = await watching()
    expect(since).toBe(NOW)
    expect(said(await look())).toEqual([
      'paid waiting, not_bought',
      'delivered later',
      'written later',
      'seen later',
    ])
    now.at += 20 * SECOND
    await buy()
    const answer = await look()
    expect(said(answer)).toEqual(['paid done', 'delivered done', 'written done', 'seen done'])
    expect(answer).toMatchObject({
      payment: {
        id: 'cs_live_tried',
        amount: {minor: 200_000, currency: 'nok'},
        pass: {id: 'P3', name: '10 Single Clip Card'},
      },
      student: 'u1',
      entitlement: expect.stringContaining('cs_live_tried'),
    })
    const [paid, delivered, written, seen] = answer.steps
    expect(paid).toMatchObject({from: now.at - IN_CHECKOUT, at: now.at})
    expect(delivered?.from).toBe(paid?.at)
    expect(written).toMatchObject({from: delivered?.at, at: now.at})
    expect(seen).toMatchObject({from: written?.at, at: now.at})
  })

  it('is the first one since the watching began, of the pass that was named', async () => {
    const {look, buy} = await watching({
      sessions: [sale({id: 'cs_live_before', createdAt: toIso(NOW - IN_CHECKOUT - 5 * SECOND)})],
    })
    expect((await look()).payment).toBeNull()
    await buy()
    expect((await look({pass: 'P1'})).payment).toBeNull()
    expect((await look({pass: 'P3'})).payment?.id).toBe('cs_live_tried')
  })

  it('does not count before it is paid', async () => {
    const {look, buy} = await watching()
    await buy({status: 'open', createdAt: toIso(NOW)})
    expect(said(await look())[0]).toBe('paid waiting, not_paid')
  })
})

describe('a purchase that is stuck', () => {
  it('before the webhook says so once it should have come, and goes on when a sync grants', async () => {
    const {look, buy, now, stripe, studio} = await watching()
    stripe.control.reachEndpoints(false)
    await buy()
    expect(said(await look())[1]).toBe('delivered waiting, on_its_way')
    now.at += 40 * SECOND
    const stuck = await look()
    expect(said(stuck).slice(1)).toEqual(['delivered stuck, not_taken', 'written later', 'seen later'])
    expect(stuck.steps[1]?.link).toBe('https://dashboard.stripe.com/acct_A/events')
    await studio().create(held({_id: 'sub-of-the-sync', stripeSessionId: 'cs_live_tried'}))
    expect(said(await look()).slice(1)).toEqual(['delivered stuck, not_taken', 'written done', 'seen done'])
  })

  it('where Stripe tells somebody who leaves no note says that nobody is known to be told', async () => {
    const port = await listen(
      createServer((_request, response) => void response.writeHead(200).end()),
      0,
    )
    const {look, buy, now} = await watching({port})
    await buy()
    now.at += 40 * SECOND
    expect(said(await look())[1]).toBe('delivered stuck, not_told')
  })

  it('where the webhook only notes says that nothing grants by itself', async () => {
    const {look, buy} = await watching({environment: {WEBHOOK_WRITES: 'off'}})
    await buy()
    expect(said(await look()).slice(1)).toEqual(['delivered done', 'written stuck, only_notes', 'seen later'])
  })

  it('where the webhook fails says why', async () => {
    const {look, buy, lake} = await watching({patience: {timeout: 500, firstPause: 1}})
    lake.faults.fail({tag: 'passes.repair', status: 503, times: 40})
    await buy()
    const answer = await look()
    expect(said(answer)[1]).toBe('delivered stuck, failed')
    expect(answer.steps[1]?.detail).toMatch(/^lake_unavailable/)
  })

  it('where the student’s own site does not find the pass names what keeps it away', async () => {
    const {look, buy, stripe, studio} = await watching()
    stripe.control.reachEndpoints(false)
    await buy()
    await studio().create(held({_id: 'sub-off', stripeSessionId: 'cs_live_tried', isActive: false}))
    const answer = await look()
    expect(answer.steps.at(-1)).toMatchObject({step: 'seen', why: 'not_shown', detail: 'active'})
  })
})

it('A moment that is over a day old, to come, or no moment is refused.', async () => {
  const {send} = await setup()
  for (const since of [toIso(NOW - 26 * 3_600_000), toIso(NOW + 3_600_000), 'yesterday']) {
    const response = await send(`${SCHOOL}/purchase?since=${encodeURIComponent(since)}`)
    expect(response.status).toBe(400)
  }
})
