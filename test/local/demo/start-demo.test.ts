import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {type IncomingMessage, request as ask} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {type DemoOptions, startDemo} from '../../../studio/local/demo/start-demo.ts'
import {demoSeed} from '../../../studio/local/seed/demo-seed.ts'

async function setup(options: Pick<DemoOptions, 'schema'> = {}) {
  const studio = await mkdtemp(join(tmpdir(), 'passes-'))
  await writeFile(join(studio, 'index.html'), 'the Studio')
  const demo = await startDemo({seed: demoSeed({now: new Date()}), studio, ...options})
  onTestFinished(async () => {
    await demo.close()
    await rm(studio, {recursive: true})
  })
  return {
    demo,
    get: async (host: string, path: string) => {
      const sent = ask({port: demo.port, host: '127.0.0.1', path, headers: {host: `${host}:${demo.port}`}})
      sent.end()
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        sent.once('response', resolve).once('error', reject)
      })
      const body = Buffer.concat(await response.toArray()).toString('utf8')
      return {status: response.statusCode, body, location: response.headers.location}
    },
  }
}

test('Studio, function and lake answer on one port, told apart by address and host name.', async () => {
  const {get} = await setup()
  expect(await get('localhost', '/passes')).toMatchObject({status: 200, body: 'the Studio'})
  const answer = await get('localhost', '/api/v1/schools')
  expect(answer.body).toMatch(/"code":"(contract_mismatch|unauthenticated)"/)
  expect((await get('demo.localhost', '/v2025-02-19/auth/providers')).body).toContain('Ingrid Solberg')
})

test('An address by number leads to the name, because only a name can have the lake in front of it.', async () => {
  const {demo, get} = await setup()
  expect(await get('127.0.0.1', '/passes?a=1')).toMatchObject({
    status: 302,
    location: `http://localhost:${demo.port}/passes?a=1`,
  })
})

test('The members’ schools are at a name of their own, under names of their own.', async () => {
  const {demo, get} = await setup({schema: 'members'})
  expect(await get('members.localhost', '/passes')).toMatchObject({status: 200, body: 'the Studio'})
  expect(await get('localhost', '/passes')).toMatchObject({
    status: 302,
    location: `http://members.localhost:${demo.port}/passes`,
  })
  const types = new Set(demo.lake.documents().map(({_type}) => _type))
  expect(types).toEqual(new Set(['danceSchool', 'member', 'product', 'membership', 'lesson', 'webhookLog']))
})

test.each(['evil.example.com', 'localhost.example.com', '10.0.0.1'])(
  'A name that is not of this machine gets nothing: %s',
  async (host) => {
    const {get} = await setup()
    for (const path of ['/', '/api/v1/schools', '/v2025-02-19/auth/providers']) {
      expect(await get(host, path)).toMatchObject({status: 421, body: ''})
    }
  },
)

test('Stopping twice is as good as stopping once.', async () => {
  const {demo} = await setup()
  await Promise.all([demo.close(), demo.close()])
  await expect(fetch(`http://127.0.0.1:${demo.port}/`)).rejects.toThrow('fetch failed')
})
