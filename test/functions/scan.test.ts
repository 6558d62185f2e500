import {describe, expect, it, onTestFinished} from 'vitest'
import {createAsk} from '../../functions/stripe/ask.ts'
import {createStripe} from '../../functions/stripe/client.ts'
import {createPayments} from '../../functions/stripe/payments.ts'
import {createTextSharing} from '../../functions/stripe/share-texts.ts'
import {toPayment} from '../../functions/stripe/to-payment.ts'
import {account} from '../../studio/local/stripe/objects/account.ts'
import type {SessionWords} from '../../studio/local/stripe/objects/checkout-session.ts'
import {startStripe} from '../../studio/local/stripe/start-stripe.ts'
import {sale} from './setup.ts'

const KEY = 'sk_live_readsAWholeMonth'
const FROM = Date.parse('2026-02-01T00:00:00Z')
const TO = Date.parse('2026-03-01T00:00:00Z')
const SESSIONS = '/v1/checkout/sessions'

/** Sales of February at these parts of it, 0 to 1. */
function salesAt(parts: readonly number[], words: Partial<SessionWords> = {}) {
  return parts.map((part, nth) =>
    sale({
      ...words,
      id: `cs_live_${words.id ?? ''}${String(nth).padStart(5, '0')}`,
      createdAt: new Date(FROM + Math.floor((part * (TO - FROM - 1)) / 1_000) * 1_000),
    }),
  )
}

const evenly = (count: number): number[] => Array.from({length: count}, (_, nth) => nth / count)

async function setup(sessions: ReturnType<typeof sale>[], {stopAfter = Infinity} = {}) {
  const stripe = await startStripe({
    accounts: [
      {account: account({id: 'acct_platform', name: 'Pass platform'})},
      {account: account({id: 'acct_A', name: 'Nordlys Dance'}), platform: 'acct_platform'},
    ],
    keys: [{key: KEY}],
    sessions,
  })
  onTestFinished(async () => {
    await stripe.close()
    expect(stripe.ledger.unknown).toEqual([])
  })
  const calls = {sent: 0}
  const payments = createPayments({
    stripe: createStripe(KEY, stripe.sdk, {timeout: 5_000}),
    ask: createAsk({
      pace: {turn: () => Promise.resolve(), holdBack: () => undefined},
      firstPause: 5,
      onCall: () => void (calls.sent += 1),
    }),
    isStopped: () => calls.sent >= stopAfter,
  })
  const pages = () => stripe.ledger.requests.filter(({path}) => path === SESSIONS)
  return {
    payments,
    stripe,
    february: () => payments.created('acct_A', {from: FROM, to: TO}),
    pages,
    /** Stretches of time that were read: each has its own bounds. */
    windows: () => new Set(pages().map(({query}) => query.replace(/&starting_after=.*/, ''))).size,
  }
}

function idsOf(readings: readonly {id: string | null}[]) {
  return readings.map(({id}) => id)
}

describe('a period is read whole, each session once', () => {
  const night = evenly(600).map((part) => 0.9 + part / 1_000)
  it.each([
    ['without a sale', []],
    ['of one sale', [0.5]],
    ['of one page', evenly(100)],
    ['of one sale more than a page', evenly(101)],
    ['of 2,000 sales', evenly(2_000)],
    ['of one busy night and a few sales', [...evenly(50), ...night]],
    ['of a busy first day', [0.99, ...evenly(900).map((part) => part / 30)]],
    ['of 450 sales in one second, some before and some after', [...evenly(90), ...Array(450).fill(0.7)]],
  ])('%s', async (_, parts) => {
    const sessions = salesAt(parts)
    const {february, pages, windows} = await setup(sessions)
    const readings = await february()
    const newestFirst = sessions.toReversed().toSorted((a, b) => b.created - a.created)
    expect(idsOf(readings)).toEqual(idsOf(newestFirst))
    expect(pages().length).toBeLessThanOrEqual(Math.ceil(sessions.length / 100) + windows())
  })

  it('and nothing of the months beside it', async () => {
    const {february} = await setup([
      sale({createdAt: '2026-01-31T23:59:59Z'}),
      ...salesAt([0]),
      sale({createdAt: '2026-03-01T00:00:00Z'}),
    ])
    expect(await february()).toHaveLength(1)
  })
})

describe('a large month', () => {
  it('is read in windows side by side, a small one page after page', async () => {
    const large = await setup(salesAt(evenly(3_000)))
    await large.february()
    expect(large.windows()).toBeGreaterThanOrEqual(7)
    const small = await setup(salesAt(evenly(350)))
    await small.february()
    expect(small.windows()).toBe(1)
    expect(small.pages()).toHaveLength(4)
  })

  it('is left alone while as many others are being read', async () => {
    const {payments, windows} = await setup(salesAt(evenly(1_500)))
    const month = {from: FROM, to: TO}
    const years = Array.from({length: 9}, (_, back) => 2026 - back)
    const others = years.map((year) => ({from: Date.UTC(year, 2), to: Date.UTC(year, 3)}))
    await Promise.all([month, ...others].map((period) => payments.created('acct_A', period)))
    expect(windows()).toBeLessThan(10 + 6)
  })

  it('says as it goes how much has been read', async () => {
    const {payments} = await setup(salesAt(evenly(1_234)))
    const told: number[] = []
    await payments.created('acct_A', {from: FROM, to: TO}, (sessions) => told.push(sessions))
    expect(told.length).toBeGreaterThan(12)
    expect(told.reduce((sum, sessions) => sum + sessions, 0)).toBe(1_234)
  })

  it('fails as a whole when one of its windows can’t be read', async () => {
    const {february, stripe} = await setup(salesAt(evenly(2_000)))
    stripe.faults.next({match: {path: SESSIONS}, skip: 6, status: 503, times: 40})
    await expect(february()).rejects.toMatchObject({code: 'stripe_unavailable'})
  })

  it('is read no further when nobody waits for it any more', async () => {
    const {february, pages} = await setup(salesAt(evenly(3_000)), {stopAfter: 5})
    await february()
    expect(pages().length).toBeLessThan(5 + 8)
  })
})

describe('sessions that say too little', () => {
  it('are completed by their products, a hundred in a call whichever pages they came on', async () => {
    const rich = salesAt(evenly(400))
    const poor = salesAt(evenly(250), {metadata: {}, id: 'poor'})
    const {february, stripe} = await setup([...rich, ...poor])
    const readings = await february()
    expect(readings).toHaveLength(650)
    const passes = readings.flatMap((reading) =>
      'source' in reading ? [] : (reading.names.pass ?? reading.lines[0]?.product?.pass ?? 'nobody knows'),
    )
    expect(passes).toEqual(Array(650).fill('P3'))
    expect(stripe.ledger.requests.filter(({path}) => path === '/v1/products')).toHaveLength(3)
  })

  it('of one payer’s emails are completed too', async () => {
    const {payments} = await setup(salesAt(evenly(3), {metadata: {}}))
    const readings = await payments.byEmail('acct_A', 'ada.lind@example.com')
    expect(readings).toHaveLength(3)
    for (const reading of readings) expect(reading).toMatchObject({lines: [{product: {pass: 'P3'}}]})
  })
})

it('a payment that shares its texts with others still says the same', () => {
  const share = createTextSharing()
  const readings = [sale(), sale({application: 'ca_platform', refunded: true}), sale({amount: 0})].map(
    (session) => toPayment(session, 'acct_A'),
  )
  for (const reading of readings) {
    if ('source' in reading) throw new Error(`cannot read ${reading.field}`)
    expect(share(reading)).toEqual(reading)
  }
})
