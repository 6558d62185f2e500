import {describe, expect, it} from 'vitest'
import {createWorker} from '../../../functions/hosts/cloudflare.ts'
import {toRoutes} from '../../../functions/hosts/routes.ts'
import {runSync, toCronRoute} from '../../../functions/hosts/sync.ts'
import type {Handler} from '../../../functions/handler.ts'
import {tove} from '../people.ts'
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
  /** Keeps what it was asked, and answers as told. */
  function listening(answer: () => Response) {
    const requests: Request[] = []
    const handler: Handler = async (request) => {
      requests.push(request)
      return answer()
    }
    return {handler, requests}
  }
  const ok = () => Response.json({})

  it('asks for a sync with the secret that the settings name', async () => {
    const {handler, requests} = listening(ok)
    await runSync(handler, {SYNC_SECRET: 'a-secret-of-the-scheduler\n'})
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({method: 'POST', url: expect.stringMatching(/\/v1\/sync$/)})
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer a-secret-of-the-scheduler')
  })

  it('that was not carried out fails, so that the host says so', async () => {
    const {handler} = listening(() => new Response('account_unreadable', {status: 424}))
    await expect(runSync(handler, {SYNC_SECRET: 'secret'})).rejects.toThrow('424: account_unreadable')
    await expect(runSync(handler, {})).rejects.toThrow('SYNC_SECRET is not set')
    await expect(createWorker().scheduled({}, {SYNC_SECRET: ''}, {})).rejects.toThrow('SYNC_SECRET')
  })

  it('of Vercel hands its own secret on, for the function to compare', async () => {
    const {handler, requests} = listening(ok)
    await toCronRoute(handler)(asked('/api/sync', {headers: {authorization: 'Bearer cron-secret'}}))
    await toCronRoute(handler)(new Request('https://school.example.com/api/sync'))
    expect(requests.map(({method, headers: sent}) => [method, sent.get('authorization')])).toEqual([
      ['POST', 'Bearer cron-secret'],
      ['POST', ''],
    ])
  })
})
