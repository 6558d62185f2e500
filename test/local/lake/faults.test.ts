import {expect, test} from 'vitest'
import {failureOf, setup} from './setup.ts'

const lina = {_id: 'lina', _type: 'student', name: 'Lina'}

test('fails the next request that fits, once, without taking effect', async () => {
  const {client, lake} = await setup([lina])
  lake.faults.fail({path: '/data/mutate/', status: 503})
  expect(await client.fetch('count(*)')).toBe(1)
  expect((await failureOf(client.create({_type: 'student'}))).statusCode).toBe(503)
  await client.create({_type: 'student'})
  expect(lake.documents()).toHaveLength(2)
})

test('takes effect and then fails, so that the caller does not know', async () => {
  const {client, lake} = await setup([lina])
  lake.faults.fail({path: '/data/mutate/', status: 502, when: 'after'})
  expect((await failureOf(client.delete('lina'))).statusCode).toBe(502)
  expect(lake.documents()).toEqual([])
})

test('says when to come back', async () => {
  const {client, lake} = await setup()
  lake.faults.fail({path: /query/, status: 429, headers: {'retry-after': '7'}, times: 2})
  expect(await failureOf(client.fetch('*'))).toMatchObject({statusCode: 429, retryAfter: '7'})
  expect((await failureOf(client.fetch('*'))).statusCode).toBe(429)
  expect(await client.fetch('*')).toEqual([])
})

test('cuts the connection', async () => {
  const {client, lake} = await setup()
  lake.faults.fail({path: '/data/query/', status: 0})
  await expect(client.fetch('*')).rejects.toThrow(/socket|ECONNRESET|connection|fetch/i)
})

test('holds up a request', async () => {
  const {client, lake} = await setup()
  lake.faults.delay({path: '/data/query/', milliseconds: 60})
  const started = performance.now()
  await client.fetch('*')
  expect(performance.now() - started).toBeGreaterThanOrEqual(55)
})

test('picks requests by tag', async () => {
  const {client, lake} = await setup()
  lake.faults.fail({tag: 'repair', status: 500})
  expect(await client.fetch('*', {}, {tag: 'other'})).toEqual([])
  expect((await failureOf(client.fetch('*', {}, {tag: 'repair'}))).statusCode).toBe(500)
})

test('writes down who asked for what, and what nobody built', async () => {
  const {client, lake} = await setup()
  await client.fetch('*', {}, {tag: 'facts.read'})
  expect((await failureOf(client.request({url: '/media-libraries'}))).statusCode).toBe(404)
  expect(lake.ledger).toMatchObject({
    unknown: [{method: 'GET', path: '/media-libraries'}],
    requests: [
      {method: 'GET', path: '/data/query/demo', tag: 'facts.read', actor: 'p-ada'},
      {method: 'GET', path: '/media-libraries', tag: undefined, actor: 'p-ada'},
    ],
  })
})

test('goes back to the seed, or to another one, with an empty ledger', async () => {
  const {client, lake} = await setup([lina])
  await client.delete('lina')
  await lake.reset()
  expect(lake.documents()).toMatchObject([lina])
  expect(lake.ledger.requests).toEqual([])
  await lake.reset({documents: [], people: []})
  expect(lake.documents()).toEqual([])
  expect((await failureOf(client.fetch('*'))).statusCode).toBe(401)
})

test('another dataset or project is not here', async () => {
  const {client} = await setup()
  expect((await failureOf(client.withConfig({dataset: 'other'}).fetch('*'))).statusCode).toBe(404)
  expect((await failureOf(client.request({url: '/projects/other'}))).statusCode).toBe(404)
})
