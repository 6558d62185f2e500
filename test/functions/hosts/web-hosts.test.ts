import {describe, expect, it} from 'vitest'
import {createWorker} from '../../../functions/hosts/cloudflare.ts'
import {toRoutes} from '../../../functions/hosts/routes.ts'
import {runSync, toCronRoute} from '../../../functions/hosts/sync.ts'
import {tove} from '../people.ts'
import {schedulerSecret, syncing} from '../sync/syncing.ts'
import {FACTS, partsOf, PREVIEW, sale, setup} from '../setup.ts'

const headers = {authorization: `Bearer ${tove.token}`, 'x-passes-contract': '1'}
const paid = sale()

function asked(path: string, init: RequestInit = {}) {
  return new Request(`https://school.example.com${path}`, {headers, ...init})
}

describe('on Vercel', () => {
  it('a function answers by what it exports as its default', async () => {
    const {handler} = await setup({sessions: [paid]})
    const exported = {fetch: handler}
    // Vercel leaves the browser's address as it is, and adds what the rewrite matched.
    const response = await exported.fetch(asked(`${FACTS}?from=2026-03-01&path=schools`))
    expect((await partsOf(response)).at(-1)).toMatchObject({part: 'done'})
  })

  it('a route of Next.js answers by its methods, below its own path', async () => {
    const {handler} = await setup({sessions: [paid], basePath: '/api/passes'})
    const {GET, POST, OPTIONS} = toRoutes(handler)
    expect((await GET(asked('/api/passes/v1/schools'))).status).toBe(200)
    const preview = await POST(
      asked(`/api/passes${PREVIEW}`, {
        method: 'POST',
        headers: {...headers, 'content-type': 'application/json'},
        body: JSON.stringify({subject: {payment: paid.id}, kind: 'grant'}),
      }),
    )
    expect(await preview.json()).toMatchObject({verdict: 'missing'})
    expect((await OPTIONS(asked('/api/passes/v1/schools', {method: 'OPTIONS'}))).status).toBe(204)
  })
})

describe('on Netlify', () => {
  it('a function answers by its default export, which is told how to stay alive', async () => {
    const {handler} = await setup({sessions: [paid]})
    const work: Promise<unknown>[] = []
    const context = {site: {id: 'school'}, waitUntil: (one: Promise<unknown>) => void work.push(one)}
    const response = await handler(asked(`${FACTS}?from=2026-03-01`), context)
    expect((await partsOf(response)).at(-1)).toMatchObject({part: 'done'})
    // The answer, and the stream behind it.
    expect(work).toHaveLength(2)
    await Promise.all(work)
  })
})

describe('on Cloudflare', () => {
  it('a Worker takes its settings from its environment, and of that only texts', async () => {
    const {settings, stripe, lake, now} = await setup()
    const log = () => undefined
    const {fetch} = createWorker({stripeApi: stripe.sdk, lakeHost: lake.url, now: () => now.at, log})
    const env = {...settings, ALLOWED_ORIGINS: {get: () => 'a store'}}
    expect((await fetch(asked('/v1/schools'), env, {})).status).toBe(200)
    const without = await fetch(asked('/v1/schools'), {...settings, LIVE: undefined}, {})
    expect(await without.json()).toMatchObject({error: {detail: {settings: 'LIVE'}}})
  })
})

describe('a schedule', () => {
  const write = {write: true, every: 60}
  const grantedTo = ({active}: Awaited<ReturnType<typeof syncing>>) =>
    active().map(({stripeSessionId}) => stripeSessionId)

  /** Ada paid so long ago that nobody else will grant it. */
  async function unheard(options: Parameters<typeof syncing>[0] = {}) {
    const at = await syncing(options)
    // The first run switches automatic writing on: what was paid before waits for a person.
    await runSync(at.handler, at.settings, write)
    const sold = await at.sell()
    at.pass(15)
    return {at, sold}
  }

  it('grants what nobody granted, and tells open pages when it comes again', async () => {
    const {at, sold} = await unheard()
    await runSync(at.handler, at.settings, write)
    expect(grantedTo(at)).toEqual([sold.id])
    expect(at.state().nextRun).toBe(at.now.at + 3_600_000)
  })

  it('repairs nothing unless it says so', async () => {
    const {at} = await unheard()
    await runSync(at.handler, at.settings)
    expect(grantedTo(at)).toEqual([])
  })

  it('takes a secret with the line end that a copied one often has', async () => {
    const {at, sold} = await unheard()
    await runSync(at.handler, {SYNC_SECRET: `${schedulerSecret}\n`}, write)
    expect(grantedTo(at)).toEqual([sold.id])
  })

  it('of Vercel hands its own secret on, for the function to compare', async () => {
    const {at, sold} = await unheard()
    const GET = toCronRoute(at.handler, write)
    const from = (authorization: string) => GET(asked('/api/sync', {headers: {authorization}}))
    expect((await from('Bearer a-secret-that-somebody-guessed')).status).toBe(401)
    expect((await GET(new Request('https://school.example.com/api/sync'))).status).toBe(401)
    expect(grantedTo(at)).toEqual([])
    expect((await from(`Bearer ${schedulerSecret}`)).status).toBe(200)
    expect(grantedTo(at)).toEqual([sold.id])
  })

  it('of Cloudflare is the Worker’s own', async () => {
    const {at, sold} = await unheard()
    const ways = {stripeApi: at.stripe.sdk, lakeHost: at.lake.url, now: () => at.now.at, log: () => undefined}
    const {scheduled} = createWorker({...ways, sync: write})
    await scheduled({cron: '0 * * * *'}, at.settings, {})
    expect(grantedTo(at)).toEqual([sold.id])
  })

  it('that was not carried out fails, so that the host says so', async () => {
    const {at} = await unheard()
    at.stripe.control.disconnect('acct_A')
    await expect(runSync(at.handler, at.settings, write)).rejects.toThrow(/424: .*account_unreadable/)
    const guessed = {SYNC_SECRET: 'a-secret-that-somebody-guessed'}
    await expect(runSync(at.handler, guessed, write)).rejects.toThrow('401')
    await expect(runSync(at.handler, {}, write)).rejects.toThrow('SYNC_SECRET is not set')
  })
})
