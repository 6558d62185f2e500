import {createServer, type IncomingMessage} from 'node:http'
import {expect, onTestFinished, test} from 'vitest'
import {WebSocket} from 'ws'
import {createLake, startLake} from '../../../studio/local/lake/start-lake.ts'
import {ada, clientOf, people, setup} from './setup.ts'

test('shares a port: its own hosts and versioned addresses are its own, the rest is not', async () => {
  const lake = createLake({documents: [{_id: 'a', _type: 'x'}], people})
  const server = createServer((request, response) => {
    if (lake.owns(request)) lake.fetch(request, response)
    else response.end('studio')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    await lake.close()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = `http://localhost:${port}`
  const read = async (path: string, host: string): Promise<string> =>
    (await fetch(`${url}${path}`, {headers: {host}})).text()
  expect(await read('/', 'localhost')).toBe('studio')
  expect(await read('/api/v1/schools', 'localhost')).toBe('studio')
  const client = clientOf({...lake, url}, {token: ada.token})
  expect(await client.fetch('*[]._id')).toEqual(['a'])
})

test.each([
  ['demo.localhost:3333', '/anything', true],
  ['l0123456789.localhost', '/v1/data/listen/demo', true],
  ['localhost:3333', '/v2025-02-19/data/query/demo', true],
  ['localhost:3333', '/vX/users/me', true],
  ['localhost:3333', '/', false],
  ['localhost:3333', '/vision', false],
  ['other.localhost:3333', '/', false],
])('of %s%s the lake says %s', (host, url, owned) => {
  const lake = createLake({documents: [], people: []})
  onTestFinished(() => lake.close())
  const request = {headers: {host}, url} satisfies Pick<IncomingMessage, 'headers' | 'url'>
  expect(lake.owns(request)).toBe(owned)
})

test('says that a port is in use', async () => {
  const {lake} = await setup()
  const taken = startLake({documents: [], people: []}, {port: Number(new URL(lake.url).port)})
  await expect(taken).rejects.toThrow('EADDRINUSE')
})

test('answers the preflight of any origin', async () => {
  const {lake} = await setup()
  const answer = await fetch(`${lake.url}/v1/data/query/demo`, {
    method: 'OPTIONS',
    headers: {origin: 'null', 'access-control-request-headers': 'authorization,x-sanity-project-id'},
  })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('access-control-allow-origin')).toBe('null')
  expect(answer.headers.get('access-control-allow-headers')).toBe('authorization,x-sanity-project-id')
})

test('tells the Studios who are connected where the others are', async () => {
  const {lake} = await setup()
  const connect = async (): Promise<{
    call: (method: string, params: object) => void
    next: () => Promise<unknown>
  }> => {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/socket/demo`)
    onTestFinished(() => socket.terminate())
    const messages: unknown[] = []
    const waiting: ((message: unknown) => void)[] = []
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data) || data.toString() === '♥') return
      const message: unknown = JSON.parse(data.toString())
      const first = waiting.shift()
      if (first) first(message)
      else messages.push(message)
    })
    await new Promise((resolve) => socket.once('open', resolve))
    return {
      call: (method, params) => socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params})),
      next: () =>
        messages.length > 0
          ? Promise.resolve(messages.shift())
          : new Promise((resolve) => waiting.push(resolve)),
    }
  }
  const [first, second] = await Promise.all([connect(), connect()])
  first.call('presence_subscribe', {})
  expect(await first.next()).toMatchObject({id: 'presence_subscribe', result: 'presence-1'})
  second.call('authorization', {authorization: `Bearer ${ada.token}`})
  expect(await second.next()).toMatchObject({result: true})
  second.call('presence_announce', {data: {sessionId: 's2', locations: []}})
  expect(await first.next()).toEqual({
    jsonrpc: '2.0',
    method: 'presence_subscription',
    params: {
      subscription: 'presence-1',
      result: {i: 'p-ada', type: 'state', m: {sessionId: 's2', locations: []}},
    },
  })
})

test('another socket than the presence of this dataset is refused, and counts as unknown', async () => {
  const {lake} = await setup()
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/socket/other`)
  const error = await new Promise((resolve) => socket.once('error', resolve))
  expect(String(error)).toContain('404')
  expect(lake.ledger.unknown).toEqual([{method: 'UPGRADE', path: '/socket/other'}])
})
