import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'
import {setup} from './setup.ts'

const lina = {
  _id: 'lina',
  _type: 'student',
  name: 'Lina',
  _rev: 'rev-0',
  _createdAt: '2026-01-01T00:00:00.000Z',
}

test('knows a document as it was at a revision, at a time, and last', async () => {
  const {client} = await setup([lina])
  await client.mutate([{patch: {id: 'lina', set: {name: 'Second'}}}], {transactionId: 'rev-1'})
  await client.mutate([{delete: {id: 'lina'}}], {transactionId: 'rev-2'})
  const at = async (search: string): Promise<unknown> => {
    const {documents} = await client.request({url: `/data/history/demo/documents/lina?${search}`})
    return documents[0]?.name
  }
  expect(await at('revision=rev-0')).toBe('Lina')
  expect(await at('revision=rev-1')).toBe('Second')
  expect(await at('time=2026-01-02T00:00:00.000Z')).toBe('Lina')
  expect(await at('time=2025-01-02T00:00:00.000Z')).toBeUndefined()
  expect(await at('lastRevision=true')).toBe('Second')
})

type LogEntry = {
  id: string
  author: string
  effects: Record<string, {apply: unknown[]; revert: unknown[]}>
}

test('tells the transactions of a document, the one of the seed first', async () => {
  const {client} = await setup([lina])
  await client.mutate([{patch: {id: 'lina', set: {name: 'Second'}}}], {transactionId: 'rev-1'})
  await client.create({_type: 'other'})
  const log = async (search: string): Promise<LogEntry[]> => {
    const text: unknown = await client.request({
      url: `/data/history/demo/transactions/lina?excludeContent=true&effectFormat=mendoza&${search}`,
    })
    return String(text)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
  }
  const entries = await log('')
  expect(entries.map(({id, author}) => [id, author])).toEqual([
    ['rev-0', 'p-ada'],
    ['rev-1', 'p-ada'],
  ])
  let document: unknown = null
  for (const {effects} of entries) document = applyPatch(document, effects['lina']?.apply ?? [])
  expect(document).toMatchObject({name: 'Second', _rev: 'rev-1'})
  expect((await log('reverse=true&limit=1')).map(({id}) => id)).toEqual(['rev-1'])
  expect((await log('fromTransaction=rev-1')).map(({id}) => id)).toEqual(['rev-1'])
  expect((await log('toTransaction=rev-0')).map(({id}) => id)).toEqual(['rev-0'])
})

test('tells what happened to a draft: made, published', async () => {
  const {client} = await setup([lina])
  const ids = {draftId: 'drafts.lina', publishedId: 'lina'}
  await client.action({actionType: 'sanity.action.document.edit', ...ids, patch: {set: {name: 'X'}}})
  await client.action({actionType: 'sanity.action.document.publish', ...ids})
  const eventsOf = async (id: string): Promise<string[]> => {
    const {events} = await client.request({url: `/data/history/demo/events/documents/${id}?limit=10`})
    return events[id].map((event: {type: string}) => event.type)
  }
  expect(await eventsOf('drafts.lina')).toEqual(['publishDocumentVersion', 'createDocumentVersion'])
  expect(await eventsOf('lina')).toEqual(['publishDocumentVersion', 'createLiveDocument'])
})
