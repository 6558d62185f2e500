import {describe, expect, it} from 'vitest'
import {listen} from '../../local/stripe/listen.ts'
import {held, sale} from '../setup.ts'
import {endpoint, examined, theCheck} from './examining.ts'

const granted = sale()
const missing = sale({id: 'cs_live_missing', createdAt: '2026-03-09T10:00:00Z'})

/** A sale an hour, the newest an hour old. */
const everyHour = (count: number) =>
  Array.from({length: count}, (_, nth) =>
    sale({id: `cs_live_${nth}`, createdAt: new Date(Date.parse('2026-03-10T11:00:00Z') - nth * 3_600_000)}),
  )

describe('the sales', () => {
  it('are counted with the passes that were granted for them, over a week and a month', async () => {
    const {health} = await examined({
      sessions: [granted, missing],
      documents: [held({stripeSessionId: granted.id})],
    })
    const answer = await health()
    expect(answer.sales).toEqual([
      {days: 7, paid: 1, granted: 0, complete: true},
      {days: 30, paid: 2, granted: 1, complete: true},
    ])
    expect(theCheck(answer, 'sales')).toMatchObject({
      state: 'failing',
      finding: 'sales_missing',
      facts: {count: 1, paid: 2, days: 30},
      remedy: 'repair_missing',
    })
  })

  it('that all have their pass are right', async () => {
    const {check} = await examined({sessions: [granted], documents: [held({stripeSessionId: granted.id})]})
    expect(await check('sales')).toMatchObject({
      state: 'ok',
      finding: 'sales_granted',
      facts: {count: 1, days: 30},
    })
  })

  it('of other things, unpaid ones, those just made and those given back are none', async () => {
    const {health} = await examined({
      sessions: [
        sale({id: 'cs_live_booking', metadata: {classId: 'class1'}, productMetadata: {}}),
        sale({id: 'cs_live_open', status: 'open'}),
        sale({id: 'cs_live_now', createdAt: '2026-03-10T11:58:00Z'}),
        sale({id: 'cs_live_back', refunded: 200_000}),
        sale({id: 'cs_live_old', createdAt: '2026-01-20T10:00:00Z'}),
      ],
    })
    const answer = await health()
    expect(answer.sales).toEqual([
      {days: 7, paid: 0, granted: 0, complete: true},
      {days: 30, paid: 0, granted: 0, complete: true},
    ])
    expect(theCheck(answer, 'sales')).toMatchObject({state: 'ok', finding: 'sales_none'})
  })

  it('of a busy school are read page by page, and beyond five hundred told as the newest, not as all', async () => {
    const {health} = await examined({sessions: everyHour(130)})
    expect((await health()).sales).toEqual([
      {days: 7, paid: 130, granted: 0, complete: true},
      {days: 30, paid: 130, granted: 0, complete: true},
    ])
    const busier = await examined({sessions: everyHour(520)})
    expect((await busier.health()).sales).toEqual([
      {days: 7, paid: 168, granted: 0, complete: true},
      {days: 30, paid: 500, granted: 0, complete: false},
    ])
  })
})

describe('the last events', () => {
  it('are told newest first with their pass, their amount and what is held for them', async () => {
    const {health} = await examined({
      sessions: [granted, missing],
      documents: [held({stripeSessionId: granted.id})],
    })
    expect((await health()).events).toMatchObject([
      {
        type: 'checkout.session.completed',
        session: 'cs_live_missing',
        pass: {id: 'P3', name: '10 Single Clip Card'},
        amount: {minor: 200_000, currency: 'nok'},
        pending: 0,
        entitlements: [],
      },
      {session: granted.id, entitlements: ['sub1']},
    ])
  })

  it('say of a refund which pass it takes back', async () => {
    const {health, stripe} = await examined({sessions: [granted]})
    await stripe.control.refund(granted.id)
    expect((await health()).events?.[0]).toMatchObject({
      type: 'charge.refunded',
      session: granted.id,
      pass: {id: 'P3'},
    })
  })

  it('are twenty at most', async () => {
    const {health} = await examined({sessions: everyHour(25)})
    expect((await health()).events).toHaveLength(20)
  })

  it('about something else are told without a pass', async () => {
    const {health} = await examined({
      sessions: [sale({metadata: {classId: 'class1'}, productMetadata: {}, description: 'Class of Monday'})],
    })
    expect((await health()).events).toMatchObject([{pass: null, entitlements: null}])
  })
})

describe('deliveries', () => {
  it('that were all taken are right', async () => {
    const {check} = await examined({sessions: [granted]})
    expect(await check('deliveries')).toMatchObject({
      state: 'ok',
      finding: 'deliveries_done',
      facts: {count: 1},
    })
  })

  it('that an endpoint did not take are failing, with how many and since when', async () => {
    const port = await listen((_request, response) => void response.writeHead(500).end())
    const {health, stripe, now} = await examined({
      endpoints: [endpoint({url: `http://127.0.0.1:${port}/hook`})],
    })
    await stripe.control.sell(missing)
    const at = now.at
    now.at += 10 * 60_000
    const answer = await health()
    expect(answer.pending).toBe(1)
    expect(theCheck(answer, 'deliveries')).toMatchObject({
      state: 'failing',
      finding: 'deliveries_pending',
      facts: {count: 1, of: 1, oldestAt: expect.closeTo(at, -4)},
      remedy: 'send_again',
      link: 'https://dashboard.stripe.com/acct_A/events',
    })
  })

  it('that are on their way are not called undelivered', async () => {
    const port = await listen((_request, response) => void response.writeHead(500).end())
    const {health, stripe} = await examined({endpoints: [endpoint({url: `http://127.0.0.1:${port}/hook`})]})
    await stripe.control.sell(missing)
    const answer = await health()
    expect(answer.pending).toBe(1)
    expect(theCheck(answer, 'deliveries')).toMatchObject({state: 'ok'})
  })
})
