import {spawnSync} from 'node:child_process'
import {createServer} from 'node:http'
import {connect} from 'node:net'
import process from 'node:process'
import {describe, expect, it, onTestFinished} from 'vitest'
import {ROOT} from '../../../.config/source-files.ts'
import {toNodeListener} from '../../../functions/hosts/node.ts'
import {partsOf, sale, setup, FACTS, PREVIEW} from '../setup.ts'
import {tove} from '../people.ts'

async function host(handler: (request: Request) => Promise<Response>) {
  const server = createServer(toNodeListener(handler))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

const headers = {authorization: `Bearer ${tove.token}`, 'x-passes-contract': '1'}

it('answers over HTTP as the handler does', async () => {
  const {handler} = await setup({sessions: [sale()]})
  const url = await host(handler)
  const parts = await partsOf(await fetch(`${url}${FACTS}`, {headers}))
  expect(parts.at(-1)).toMatchObject({part: 'done'})
})

it('hands bodies on, and refuses one that is too large', async () => {
  const {handler} = await setup({sessions: [sale()]})
  const url = await host(handler)
  const post = (body: unknown) =>
    fetch(`${url}${PREVIEW}`, {
      method: 'POST',
      headers: {...headers, 'content-type': 'application/json'},
      body: JSON.stringify(body),
    })
  expect((await post({subject: {payment: sale().id}, kind: 'grant'})).status).toBe(200)
  expect((await post({reason: 'x'.repeat(1_000_000)})).status).toBe(413)
})

it('ends the reading when the browser goes away', async () => {
  const {handler, stripe, lines} = await setup({sessions: [sale()]})
  stripe.faults.latencyMs = 30
  const url = await host(handler)
  const quit = new AbortController()
  const response = await fetch(`${url}${FACTS}?from=2023-06-01`, {headers, signal: quit.signal})
  await response.body?.getReader().read()
  quit.abort()
  await expect.poll(() => lines.length).toBe(1)
  expect(stripe.ledger.requests.length).toBeLessThan(61)
})

it.each(['GET //', 'GET http://[/', 'GET http://ada:pw@host/v1/schools', 'TRACE /v1/schools'])(
  'says of %s that it cannot be understood, and goes on',
  async (line) => {
    const {handler} = await setup()
    const url = new URL(await host(handler))
    const answer = new Promise<string>((resolve, reject) => {
      const socket = connect(Number(url.port), url.hostname)
      let text = ''
      socket.on('data', (chunk) => (text += chunk.toString()))
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
      socket.write(`${line} HTTP/1.1\r\nHost: function.example.com\r\nConnection: close\r\n\r\n`)
    })
    expect(await answer).toMatch(/^HTTP\/1\.1 400 /)
    expect((await fetch(`${url}v1/schools`, {headers})).status).toBe(200)
  },
)

it('survives a handler that breaks', async () => {
  let isBroken = true
  const url = await host(async () => {
    if (!isBroken) return new Response('whole')
    isBroken = false
    throw new Error('broken')
  })
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  expect(await (await fetch(url)).text()).toBe('whole')
})

const SERVE = `
import {createServer} from 'node:http'
import {createHandler, toNodeListener} from './functions/index.ts'
createServer(toNodeListener(createHandler({environment: process.env}))).listen(0, () => process.exit(0))
`
const right = {
  STRIPE_SECRET_KEY: 'rk_test_1',
  LIVE: 'false',
  SANITY_PROJECT_ID: 'abc123',
  SANITY_DATASET: 'production',
  SANITY_WRITE_TOKEN: 'sk1',
}
const serve = (environment: Record<string, string>) =>
  spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', SERVE], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {PATH: process.env['PATH'], ...environment},
  })

describe('a process', () => {
  it('does not start with a setting that is wrong: it names all of them, with what to do, and ends', () => {
    const {status, stdout, stderr} = serve({...right, LIVE: 'yes', SCHOOL_ACCESS: '{"ada": "*", "ada": []}'})
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(
      '  - LIVE must be true or false\n  - SCHOOL_ACCESS names "ada" twice\nSet them where the function runs, then start it again.',
    )
    expect(stderr).not.toMatch(/rk_test|sk1|    at /)
  })

  it('starts with settings that have the right form, and says nothing', () => {
    expect(serve(right)).toMatchObject({status: 0, stdout: '', stderr: ''})
  })
})
