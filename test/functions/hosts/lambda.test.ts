import {describe, expect, it} from 'vitest'
import {toLambda, toStreamingLambda} from '../../../functions/hosts/lambda.ts'
import type {Handler} from '../../../functions/handler.ts'
import {factsPart} from '../../../plugin/core/contract/facts.ts'
import {tove} from '../people.ts'
import {BATCH, recordsOf, shown} from '../repairing.ts'
import {FACTS, PREVIEW, sale, setup} from '../setup.ts'
import {inLambda} from './lambda-runtime.ts'

const headers = {authorization: `Bearer ${tove.token}`, 'x-passes-contract': '1'}

/** What a function URL sends; an HTTP API with payload format 2.0 sends the same. */
function event({path, query = '', method = 'GET', ...more}: {path: string; query?: string; method?: string}) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: {...headers, host: 'abc123.lambda-url.eu-north-1.on.aws'},
    requestContext: {http: {method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1'}, stage: '$default'},
    isBase64Encoded: false,
    ...more,
  }
}

function post(path: string, body: unknown) {
  return {
    ...event({path, method: 'POST'}),
    headers: {...headers, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  }
}

const paid = sale()
const grant = {subject: {payment: paid.id}, kind: 'grant' as const}
const factsOfMarch = event({path: FACTS, query: 'from=2026-03-01'})

function partsIn(body: string) {
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => factsPart.parse(JSON.parse(line)))
}

/** Answers with the bytes that it was given, each as a number. */
const bytes: Handler = async (request) =>
  Response.json([...new Uint8Array(await request.arrayBuffer())], {status: 202})

describe('on Lambda', () => {
  it('a request is answered with status, headers and text', async () => {
    const {handler} = await setup({sessions: [paid]})
    const answer = await toLambda(handler)(event({path: '/v1/schools'}))
    expect(answer).toMatchObject({statusCode: 200, headers: {'content-type': 'application/json'}})
    expect(JSON.parse(answer.body)).toMatchObject({actor: {id: 'p-tove'}})
  })

  it('a stream of facts comes whole', async () => {
    const {handler} = await setup({sessions: [paid]})
    const {body} = await toLambda(handler)(factsOfMarch)
    expect(partsIn(body).at(-1)).toMatchObject({part: 'done'})
  })

  it('a body is handed on', async () => {
    const {handler} = await setup({sessions: [paid]})
    const {statusCode, body} = await toLambda(handler)(post(PREVIEW, grant))
    expect({statusCode, ...JSON.parse(body)}).toMatchObject({statusCode: 200, verdict: 'missing'})
  })

  it.each([
    ['as base64', {body: btoa('\u0000\u00ff\r\n{"a": 1}'), isBase64Encoded: true}],
    ['as text', {body: '{"navn": "Åse"}\r\n', isBase64Encoded: false}],
  ])('a signed body that comes %s keeps every byte', async (_how, sent) => {
    const {statusCode, body} = await toLambda(bytes)({
      ...event({path: '/v1/stripe/webhook', method: 'POST'}),
      ...sent,
    })
    const expected = sent.isBase64Encoded ? Buffer.from(sent.body, 'base64') : Buffer.from(sent.body)
    expect({statusCode, bytes: JSON.parse(body)}).toEqual({statusCode: 202, bytes: [...expected]})
  })

  it('a path that looks like another host stays a path', async () => {
    const {handler} = await setup()
    const {statusCode} = await toLambda(handler)(event({path: '//elsewhere.example.com/v1/schools'}))
    expect(statusCode).toBe(404)
  })

  it('an event that is no request is refused in words', async () => {
    const {handler} = await setup()
    const ofRestApi = {httpMethod: 'GET', path: '/v1/schools', headers, body: null}
    await expect(toLambda(handler)(ofRestApi)).rejects.toThrow('payload format 2.0')
  })

  it('an instance is not stopped before its work has ended', async () => {
    let isWorking = true
    const work = new Promise<void>((resolve) => void setTimeout(resolve, 30)).then(() => (isWorking = false))
    await toLambda(async (_request, lifetime) => {
      lifetime?.waitUntil?.(work)
      return new Response('ok')
    })(event({path: '/'}))
    expect(isWorking).toBe(false)
  })
})

describe('on Lambda behind a streaming function URL', () => {
  it('facts are written part by part, after status and headers', async () => {
    const {stream} = inLambda()
    const {handler} = await setup({sessions: [paid]})
    const to = stream()
    await toStreamingLambda(handler)(factsOfMarch, to)
    expect(to.head).toMatchObject({statusCode: 200, headers: {'content-type': 'application/x-ndjson'}})
    expect(to.chunks.length).toBeGreaterThan(1)
    expect(partsIn(to.chunks.join('')).at(-1)).toMatchObject({part: 'done'})
    expect(to.writableFinished).toBe(true)
  })

  it('an answer without a body has its status too', async () => {
    const {stream} = inLambda()
    const {handler} = await setup()
    const to = stream()
    await toStreamingLambda(handler)(event({path: '/v1/schools', method: 'OPTIONS'}), to)
    expect(to).toMatchObject({head: {statusCode: 204}, isHeadSent: true, chunks: [], writableEnded: true})
  })

  it('rows that were begun are ended when the browser goes away', async () => {
    const {stream} = inLambda()
    const sessions = Array.from({length: 8}, (_, nth) => sale({id: `cs_live_row${nth}`}))
    const at = await setup({sessions})
    const rows = await shown(
      at,
      sessions.map(({id}) => ({subject: {payment: id}, kind: 'grant' as const})),
    )
    at.lake.faults.delay({path: '/data/mutate', milliseconds: 100, times: 4})
    const to = stream()
    const running = toStreamingLambda(at.handler)(post(BATCH, {batch: 'left', items: rows}), to)
    await expect
      .poll(() => at.lake.ledger.requests.filter(({path}) => path.includes('/mutate')))
      .toHaveLength(4)
    to.destroy()
    await running
    expect((await recordsOf(at)).records).toHaveLength(4)
  })
})
