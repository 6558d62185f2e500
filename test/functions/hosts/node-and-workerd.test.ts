import {gzipSync} from 'node:zlib'
import {beforeAll, describe, expect, it, onTestFinished} from 'vitest'
import {nora} from '../people.ts'
import {BATCH, batchParts, RECORDS, recordsOf, shown} from '../repairing.ts'
import {type CallOptions, FACTS, NOW, PREVIEW, REPAIRS, sale, SCHOOL, setup, type Setup} from '../setup.ts'
import {builtFunctions, bundleWorker} from './bundle-worker.ts'
import {startWorkerd} from './start-workerd.ts'

/** The line that a school deploys, with local far sides and the day of the tests. */
const WORKER = `
import {createWorker} from './index.js'
let worker
export default {
  fetch(request, env, context) {
    const {STRIPE_API, LAKE_HOST, NOW} = env
    worker ??= createWorker({stripeApi: JSON.parse(STRIPE_API), lakeHost: LAKE_HOST, now: () => Number(NOW)})
    return worker.fetch(request, env, context)
  },
}
`

let code = ''
beforeAll(async () => {
  const built = await builtFunctions()
  code = await bundleWorker(built.folder, WORKER)
  return built.remove
}, 60_000)

const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant' as const}

/** The function in this process and in workerd, over the same lake and the same Stripe. */
async function bothHosts(options: Parameters<typeof setup>[0] = {sessions: [paid]}) {
  const at = await setup(options)
  const {url, close} = await startWorkerd({
    code,
    settings: {
      ...at.settings,
      STRIPE_API: JSON.stringify(at.stripe.sdk),
      LAKE_HOST: at.lake.url,
      NOW: String(NOW),
    },
  })
  onTestFinished(close)
  const workerd = (request: Request) => {
    const {pathname, search} = new URL(request.url)
    return fetch(new Request(`${url}${pathname}${search}`, request))
  }
  return {at, workerd, inWorkerd: at.sendTo(workerd)}
}

const OF_THE_WIRE = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']

/** An answer without what differs between two requests for the same. */
async function comparable(response: Response) {
  const headers = new Map(response.headers)
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  for (const name of [...OF_THE_WIRE, 'x-request-id']) headers.delete(name)
  const lines = (await response.text()).replaceAll(/"requestId":"[^"]*"/g, '"requestId":"-"').split('\n')
  // How far the reading has come is told when there is somebody to tell: that is a matter of speed.
  const body = lines.filter((line) => !line.startsWith('{"part":"progress"'))
  return {status: response.status, headers: Object.fromEntries(headers), body}
}

const FROM_STUDIO = {origin: 'https://studio.example.com', 'access-control-request-method': 'GET'}
const REQUESTS: [string, string, CallOptions?][] = [
  ['a request without a token', '/v1/schools', {as: null}],
  ['a token that nobody has', '/v1/schools', {as: 'a-token-that-nobody-has'}],
  ['somebody without a role', '/v1/schools', {as: nora}],
  ['an older Studio', '/v1/schools', {headers: {'x-passes-contract': '0'}}],
  ['a Studio’s question whether it may ask', '/v1/schools', {method: 'OPTIONS', headers: FROM_STUDIO}],
  ['the list of schools', '/v1/schools', {headers: FROM_STUDIO}],
  ['a stream of facts', `${FACTS}?from=2026-01-15`],
  ['one student', `${SCHOOL}/students/u1`],
  ['one payment', `${SCHOOL}/payments/${paid.id}`],
  ['a payment that Stripe denies', `${SCHOOL}/payments/cs_live_unknown`],
  ['a preview of a repair', PREVIEW, {body: grant}],
  ['a body that is not JSON', PREVIEW, {body: '{"subject":'}],
  ['what was done', RECORDS],
  ['an address that is no endpoint', '/v1/nowhere'],
]

describe('Node and workerd', () => {
  it('answer the same requests with the same', async () => {
    const {at, inWorkerd} = await bothHosts()
    for (const [what, path, options] of REQUESTS) {
      const inNode = await comparable(await at.send(path, options))
      expect(await comparable(await inWorkerd(path, options)), what).toEqual(inNode)
    }
  }, 20_000)

  it('name the same settings that are wrong', async () => {
    const {at, inWorkerd} = await bothHosts({environment: {LIVE: 'perhaps', SANITY_DATASET: ''}})
    const inNode = await comparable(await at.send('/v1/schools'))
    expect(inNode.body.join()).toContain('SANITY_DATASET')
    expect(await comparable(await inWorkerd('/v1/schools'))).toEqual(inNode)
  })

  it('make one pass between them, whoever is asked', async () => {
    const {at, inWorkerd} = await bothHosts()
    const [row] = await shown(at, [grant])
    expect((await inWorkerd(REPAIRS, {body: row})).status).toBe(200)
    expect(await at.fault(REPAIRS, {body: row})).toMatchObject({code: 'already_repaired'})
    expect(at.ofType('subscription').filter(({stripeSessionId}) => stripeSessionId === paid.id)).toHaveLength(
      1,
    )
  })
})

it('a Worker is small enough to start at once: 300 kB with everything in it, compressed', () => {
  expect(gzipSync(code).length).toBeLessThan(300_000)
})

describe('a Worker whose browser went away', () => {
  it('ends the rows that it had begun, and writes for the next one', async () => {
    const sessions = Array.from({length: 12}, (_, nth) => sale({id: `cs_live_row${nth}`}))
    const {at, inWorkerd} = await bothHosts({sessions})
    const wishes = sessions.map(({id}) => ({subject: {payment: id}, kind: 'grant' as const}))
    const rows = await shown(at, wishes)
    at.lake.faults.delay({path: '/data/mutate', milliseconds: 1_000, times: 4})
    const quit = new AbortController()
    const left = await inWorkerd(BATCH, {body: {batch: 'left', items: rows.slice(0, 6)}, signal: quit.signal})
    await expect.poll(() => writes(at)).toBe(4)
    quit.abort()
    await left.body?.cancel().catch(() => undefined)
    const next = await batchParts(await inWorkerd(BATCH, {body: {batch: 'next', items: rows.slice(6)}}))
    expect(next.at(-1)).toMatchObject({done: {done: 6, failed: 0}})
    const ended = () => recordsOf(at, '?batch=left').then(({records}) => records.length)
    await expect.poll(ended, {timeout: 5_000}).toBeGreaterThanOrEqual(4)
  }, 20_000)
})

function writes({lake}: Setup): number {
  return lake.ledger.requests.filter(({path}) => path.includes('/data/mutate')).length
}
