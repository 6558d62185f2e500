import type {SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {expect, onTestFinished, test} from 'vitest'
import {startLake} from '../../../studio/local/lake/start-lake.ts'
import {type Events, eventsOf} from './events.ts'
import {ada, clientOf, people, setup} from './setup.ts'

type Event = {type: string; [field: string]: unknown}

function listen(client: SanityClient, query: string, options: Record<string, unknown> = {}): Events<Event> {
  const events = eventsOf<Event>(
    client.listen(query, {}, {events: ['welcome', 'mutation', 'reconnect'], ...options}),
  )
  onTestFinished(events.stop)
  return events
}

const lina = {_id: 'lina', _type: 'student', name: 'Lina', _rev: 'rev-1'}

test('welcomes a listener, then tells it everything about a change', async () => {
  const {client, as} = await setup([lina])
  const events = listen(as(people[1] ?? ada), '*[_type == "student"]', {includePreviousRevision: true})
  expect(await events.next()).toMatchObject({type: 'welcome'})
  await client.mutate([{patch: {id: 'lina', set: {name: 'Lina Berg'}}}], {transactionId: 'tx-1'})
  const event = await events.next()
  expect(event).toMatchObject({
    type: 'mutation',
    documentId: 'lina',
    transactionId: 'tx-1',
    transition: 'update',
    identity: 'p-ada',
    mutations: [{patch: {id: 'lina', set: {name: 'Lina Berg'}}}],
    previousRev: 'rev-1',
    resultRev: 'tx-1',
    result: {_id: 'lina', name: 'Lina Berg', _rev: 'tx-1'},
    previous: {name: 'Lina'},
    visibility: 'query',
    transactionTotalEvents: 1,
    transactionCurrentEvent: 1,
  })
  expect(Date.parse(String(event['timestamp']))).toBeGreaterThan(0)
})

test('a new document has no previous revision', async () => {
  const {client} = await setup()
  const events = listen(client, '*[_type == "student"]')
  await events.next()
  await client.create({_id: 'omar', _type: 'student'})
  const event = await events.next()
  expect(event).toMatchObject({transition: 'appear', documentId: 'omar'})
  expect(event).not.toHaveProperty('previousRev')
})

test('a document appears in and disappears from what a listener asked for', async () => {
  const {client} = await setup([{...lina, active: false}])
  const events = listen(client, '*[active == true]')
  await events.next()
  await client.patch('lina').set({active: true}).commit()
  await client.patch('lina').set({name: 'X'}).commit()
  await client.patch('lina').set({active: false}).commit()
  await client.patch('lina').set({name: 'unheard'}).commit()
  await client.patch('lina').set({active: true}).commit()
  await client.delete('lina')
  const transitions = []
  for (let count = 0; count < 5; count += 1) transitions.push((await events.next())['transition'])
  expect(transitions).toEqual(['appear', 'update', 'disappear', 'appear', 'disappear'])
})

test('two clients hear of one change', async () => {
  const {client, as} = await setup([lina])
  const listeners = [listen(client, '*[_id == "lina"]'), listen(as(ada), '*[_type == "student"]')]
  for (const events of listeners) await events.next()
  await client.patch('lina').set({name: 'X'}).commit()
  for (const events of listeners) expect(await events.next()).toMatchObject({documentId: 'lina'})
})

test('counts the events of a transaction for each listener', async () => {
  const {client} = await setup([lina, {_id: 'pass', _type: 'pass'}])
  const students = listen(client, '*[_type == "student"]')
  const all = listen(client, '*')
  await Promise.all([students.next(), all.next()])
  await client
    .transaction()
    .patch('lina', {set: {a: 1}})
    .patch('pass', {set: {a: 1}})
    .commit()
  expect(await students.next()).toMatchObject({transactionTotalEvents: 1, transactionCurrentEvent: 1})
  expect(await all.next()).toMatchObject({transactionTotalEvents: 2, transactionCurrentEvent: 1})
  expect(await all.next()).toMatchObject({transactionTotalEvents: 2, transactionCurrentEvent: 2})
})

test('tells the effects of a change in mendoza form', async () => {
  const {client, lake} = await setup([lina])
  const before = structuredClone(lake.documents()[0])
  const events = listen(client, '*', {effectFormat: 'mendoza', includeResult: true})
  await events.next()
  await client
    .patch('lina')
    .set({name: 'X', list: [1]})
    .commit()
  const {effects, result} = await events.next()
  if (typeof effects !== 'object' || effects === null || !('apply' in effects) || !('revert' in effects)) {
    throw new Error('no effects')
  }
  if (!Array.isArray(effects.apply) || !Array.isArray(effects.revert)) throw new Error('not patches')
  expect(applyPatch(before, effects.apply)).toEqual(result)
  expect(applyPatch(result, effects.revert)).toEqual(before)
})

test('a dry run and a failed transaction are not told', async () => {
  const {client} = await setup([lina])
  const events = listen(client, '*')
  await events.next()
  await client.patch('lina').set({a: 1}).commit({dryRun: true})
  await client.create(lina).catch(() => undefined)
  await client.mutate([{patch: {id: 'lina', set: {a: 2}}}], {transactionId: 'told'})
  expect(await events.next()).toMatchObject({transactionId: 'told'})
})

test('a listener whose connection is cut comes back and is welcomed again', async () => {
  const {client, lake} = await setup([lina])
  const events = listen(client, '*')
  await events.until((event) => event.type === 'welcome')
  lake.faults.cutListeners()
  await events.until((event) => event.type === 'reconnect')
  await events.until((event) => event.type === 'welcome')
  await client.patch('lina').set({name: 'X'}).commit()
  expect(await events.until((event) => event.type === 'mutation')).toMatchObject({documentId: 'lina'})
})

test('a listener survives a restart of the lake on the same port', async () => {
  const seed = {documents: [lina], people}
  const first = await startLake(seed)
  const port = Number(new URL(first.url).port)
  const client = clientOf(first, {token: ada.token})
  const events = listen(client, '*')
  await events.until((event) => event.type === 'welcome')
  await first.close()
  await events.until((event) => event.type === 'reconnect')
  const second = await startLake(seed, {port})
  onTestFinished(() => second.close())
  await events.until((event) => event.type === 'welcome')
  await client.patch('lina').set({name: 'X'}).commit()
  expect(await events.until((event) => event.type === 'mutation')).toMatchObject({documentId: 'lina'})
})

test('a query that does not parse ends the listener with the reason', async () => {
  const {client} = await setup()
  const events = listen(client, '*[')
  await expect(events.until((event) => event.type === 'welcome')).rejects.toThrow(/failed|parse/i)
})

test('a listener that asks to resume gets what it missed', async () => {
  const {lake, client} = await setup([lina])
  await client.mutate([{patch: {id: 'lina', set: {a: 1}}}], {transactionId: 'seen'})
  await client.mutate([{patch: {id: 'lina', set: {a: 2}}}], {transactionId: 'missed'})
  const text = await firstEvents(lake.url, 'enableResume=true', {'last-event-id': 'seen#lina'})
  expect(text).toContain('event: welcomeback')
  expect(text).toContain('"transactionId":"missed"')
  expect(await firstEvents(lake.url, 'enableResume=true', {'last-event-id': 'unknown#lina'})).toContain(
    'event: reset',
  )
})

test("a browser's listener is sent to a host of its own, with a ticket instead of the token", async () => {
  const {lake} = await setup([lina])
  const {port} = new URL(lake.url)
  const answer = await fetch(`${lake.url}/v2025-02-19/data/listen/demo?query=*`, {
    headers: {origin: lake.url, authorization: `Bearer ${ada.token}`, 'user-agent': 'Mozilla/5.0'},
    redirect: 'manual',
  })
  expect(answer.status).toBe(307)
  const location = new URL(answer.headers.get('location') ?? '')
  expect(location.host).toMatch(new RegExp(`^l[0-9a-f]{10}\\.localhost:${port}$`))
  location.hostname = 'localhost'
  const stream = await fetch(location, {headers: {origin: 'null'}})
  expect(stream.status).toBe(200)
  expect(stream.headers.get('access-control-allow-origin')).toBe('null')
  await stream.body?.cancel()
})

async function firstEvents(url: string, search: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${url}/v2025-02-19/data/listen/demo?query=*&${search}`, {
    headers: {authorization: `Bearer ${ada.token}`, ...headers},
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('the listener has no body')
  let text = ''
  while (!/event: reset|"missed"/.test(text)) {
    const {value, done} = await reader.read()
    if (done) break
    text += value
  }
  await reader.cancel()
  return text
}
