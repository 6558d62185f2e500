import {json} from 'node:stream/consumers'
import {describe, expect, it} from 'vitest'
import {HOUR} from '../../../plugin/core/contract/instant.ts'
import {listen} from '../../local/stripe/listen.ts'
import {held, sale} from '../setup.ts'
import {endpoint} from '../health/examining.ts'
import {syncing} from '../sync/syncing.ts'
import {anEvent, setup as delivering} from '../webhook/delivering.ts'

const paid = sale({createdAt: '2026-03-09T10:00:00Z'})
const IMPATIENT = {timeout: 400, firstPause: 1}

/** Somebody's chat: keeps what it is told, and answers as said. */
async function chat(answers: number[] = []) {
  const heard: unknown[] = []
  const port = await listen(async (request, response) => {
    heard.push(await json(request))
    response.writeHead(answers.shift() ?? 200, {location: 'http://127.0.0.1:1/elsewhere'}).end()
  })
  return {heard, url: `http://127.0.0.1:${port}/hooks/T0`}
}

/** A school whose sync tells a chat, and repairs nothing by itself. */
function telling(url: string, options: Parameters<typeof syncing>[0] = {}) {
  return syncing({
    sessions: [paid],
    ...options,
    environment: {ALERT_WEBHOOK_URL: url, ...options.environment},
  })
}

describe('an alert after a sync', () => {
  it('says how many mismatches are new, of which kinds, and where to look', async () => {
    const {heard, url} = await chat()
    const {sync} = await telling(url)
    await sync({write: false})
    expect(heard).toEqual([
      {
        text: 'School tenantT: 1 new mismatch (1 missing). https://studio.example.com/passes/mismatches?school=tenantT',
      },
    ])
  })

  it('comes once for what every run finds again, and again for what is new', async () => {
    const {heard, url} = await chat()
    const {sync, sell, pass} = await telling(url)
    await sync({write: false})
    pass(5)
    await sync({write: false})
    expect(heard).toHaveLength(1)
    await sell({email: 'ada.lind@example.com'})
    pass(15)
    await sync({write: false})
    pass(26 * 60)
    await sync({write: false})
    expect(heard.slice(1)).toEqual([{text: expect.stringContaining('1 new mismatch (1 missing)')}])
  })

  it('comes to nobody where everything has its pass', async () => {
    const {heard, url} = await chat()
    const {sync} = await telling(url, {documents: [held({stripeSessionId: paid.id})]})
    await sync({write: false})
    expect(heard).toEqual([])
  })

  it('comes once of a run that does not get through, until one did', async () => {
    const {heard, url} = await chat()
    const {schoolsOf, stripe, sync, pass} = await telling(url, {
      patience: IMPATIENT,
      documents: [held({stripeSessionId: paid.id})],
    })
    const fail = async () => {
      stripe.faults.next({match: {path: /sessions/}, status: 500, times: 20})
      await schoolsOf({schools: ['tenantT']})
      stripe.faults.clear()
      pass(5)
    }
    await fail()
    await fail()
    expect(heard).toEqual([
      {
        text: 'School tenantT: The scheduled check did not get through: stripe unavailable. https://studio.example.com/passes/health?school=tenantT',
      },
    ])
    await sync()
    await fail()
    expect(heard).toHaveLength(2)
  })

  it('names no student, no pass and no school by name, whatever people typed', async () => {
    const {heard, url} = await chat()
    const {sync} = await telling(url, {
      documents: [
        {
          _id: 'tenantT',
          _type: 'tenant',
          schoolName: '<!channel> @all',
          stripeConnect: {accountId: 'acct_A'},
        },
      ],
      sessions: [
        sale({
          createdAt: '2026-03-09T10:00:00Z',
          name: '<!here> Ada',
          description: '*Gold* <http://evil.example>',
        }),
      ],
    })
    await sync({write: false})
    expect(heard).toHaveLength(1)
    expect(JSON.stringify(heard)).not.toMatch(/channel|here|Ada|Gold|evil|example\.com"|[*<>@]/)
  })

  it('goes nowhere where no address is set', async () => {
    const {sync} = await syncing({sessions: [paid]})
    expect((await sync({write: false})).left).toHaveLength(1)
  })
})

describe('an address for alerts', () => {
  it.each([
    ['answers 500', [500]],
    ['redirects', [307]],
  ])('that %s fails no sync: the log says so, and the next run tells it', async (_what, answers) => {
    const {heard, url} = await chat(answers)
    const {sync, lines, pass} = await telling(url)
    expect((await sync({write: false})).left).toHaveLength(1)
    expect(lines.at(-1)).toMatchObject({route: '/v1/sync', status: 200, alertsFailed: 1})
    pass(5)
    await sync({write: false})
    expect(heard).toHaveLength(2)
    expect(lines.at(-1)).not.toHaveProperty('alertsFailed')
  })

  it('that hangs is given up, and fails no sync', async () => {
    const port = await listen(() => undefined)
    const {sync, lines} = await telling(`http://127.0.0.1:${port}/hooks`, {patience: IMPATIENT})
    const started = performance.now()
    expect((await sync({write: false})).left).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(3_000)
    expect(lines.at(-1)).toMatchObject({alertsFailed: 1})
  })

  it('that nobody answers fails no sync', async () => {
    const {sync, lines} = await telling('http://127.0.0.1:1/hooks')
    expect((await sync({write: false})).left).toHaveLength(1)
    expect(lines.at(-1)).toMatchObject({alertsFailed: 1})
  })
})

it('With deliveries failing at the local Stripe, one alert arrives.', async () => {
  const {heard, url} = await chat()
  const port = await listen((_request, response) => void response.writeHead(500).end())
  const at = await telling(url, {
    sessions: [],
    webhookEndpoints: [endpoint({url: `http://127.0.0.1:${port}/hook`})],
  })
  for (const email of ['ada.lind@example.com', 'ben.holm@example.com']) {
    const sold = await at.sell({email})
    expect(at.stripe.ledger.deliveries.at(-1)).toMatchObject({ok: false, status: 500})
    expect(sold.id).toMatch(/^cs_/)
  }
  at.pass(15)
  await at.sync({write: false})
  at.now.at += HOUR
  await at.sync({write: false})
  expect(heard).toEqual([{text: expect.stringMatching(/^School tenantT: 2 new mismatches \(/)}])
})

describe('a burst of failures of the webhook', () => {
  const SESSIONS = {path: /^\/v1\/checkout\/sessions/}

  /** A webhook that hears of as many sales as told, and cannot read any of them. */
  async function failing(url: string, failures: number) {
    const at = await delivering({
      sessions: [paid],
      patience: IMPATIENT,
      environment: {ALERT_WEBHOOK_URL: url},
    })
    at.stripe.faults.next({match: SESSIONS, status: 500, times: 99})
    for (let nth = 0; nth < failures; nth += 1) await at.deliver(anEvent({object: paid}))
    return at
  }

  it('is told once, with the cause and where to look', async () => {
    const {heard, url} = await chat()
    await failing(url, 5)
    expect(heard).toEqual([
      {
        text: 'School tenantT: The webhook fails: stripe unavailable. https://studio.example.com/passes/health?school=tenantT',
      },
    ])
  })

  it('is not made by one or two, which Stripe sends again', async () => {
    const {heard, url} = await chat()
    await failing(url, 2)
    expect(heard).toEqual([])
  })

  it('is answered as before where the alert does not arrive', async () => {
    const {heard, url} = await chat([500, 500, 500])
    const at = await failing(url, 3)
    expect(heard).toHaveLength(1)
    expect(at.lines.map(({status}) => status)).toEqual([502, 502, 502])
    expect(at.lines.at(-1)).toMatchObject({alertsFailed: 1})
  })
})
