import {expect, test} from 'vitest'
import {failureOf, itemError, setup} from './setup.ts'

const lina = {_id: 'lina', _type: 'student', name: 'Lina', visits: 2, tags: ['a', 'b']}

test('creates a document with a revision and times of its own', async () => {
  const {client, lake} = await setup()
  const made = await client.mutate([{create: {_type: 'student', name: 'Lina'}}], {
    transactionId: 'tx-1',
    returnFirst: true,
    returnDocuments: true,
  })
  expect(made).toMatchObject({_type: 'student', name: 'Lina', _rev: 'tx-1'})
  expect(made._createdAt).toBe(made._updatedAt)
  expect(lake.documents()).toEqual([made])
})

test('makes an id below a prefix that ends with a dot', async () => {
  const {client} = await setup()
  const made = await client.create({_id: 'drafts.', _type: 'student'})
  expect(made._id).toMatch(/^drafts\..{8,}/)
})

test('refuses to create what exists, and leaves it alone', async () => {
  const {client, lake} = await setup([lina])
  const failure = await failureOf(client.create({_id: 'lina', _type: 'student', name: 'Other'}))
  expect(failure.statusCode).toBe(409)
  expect(failure.details).toMatchObject({type: 'mutationError'})
  expect(itemError(failure)).toMatchObject({type: 'documentAlreadyExistsError', id: 'lina'})
  expect(failure.message).toContain('already exists')
  expect(lake.documents()).toMatchObject([{name: 'Lina'}])
})

test('createIfNotExists keeps, createOrReplace replaces', async () => {
  const {client} = await setup([lina])
  expect(await client.createIfNotExists({_id: 'lina', _type: 'student', name: 'New'})).toMatchObject({
    name: 'Lina',
  })
  const replaced = await client.createOrReplace({_id: 'lina', _type: 'student', name: 'New'})
  expect(replaced).toMatchObject({name: 'New'})
  expect(replaced).not.toHaveProperty('visits')
})

test('patches with every operation', async () => {
  const {client} = await setup([
    {
      ...lina,
      list: [
        {_key: 'k1', n: 1},
        {_key: 'k2', n: 2},
      ],
      text: 'one two',
    },
  ])
  const patched = await client
    .patch('lina')
    .set({name: 'Lina Berg', 'list[_key=="k2"].n': 20, 'address.city': 'Oslo'})
    .setIfMissing({email: 'lina@example.com', visits: 99})
    .inc({visits: 5})
    .dec({visits: 1})
    .unset(['tags[0]'])
    .commit()
  expect(patched).toMatchObject({
    name: 'Lina Berg',
    email: 'lina@example.com',
    visits: 6,
    tags: ['b'],
    list: [
      {_key: 'k1', n: 1},
      {_key: 'k2', n: 20},
    ],
  })
  const inserted = await client
    .patch('lina')
    .insert('before', 'list[0]', [{_key: 'k0', n: 0}])
    .commit()
  expect(inserted['list']).toMatchObject([{_key: 'k0'}, {_key: 'k1'}, {_key: 'k2'}])
  const diffed = await client
    .patch('lina')
    .diffMatchPatch({text: '@@ -1,7 +1,7 @@\n-one\n+1\n  two\n'})
    .commit()
  expect(diffed['text']).toContain('two')
})

test('understands a key in single quotes, as the API does', async () => {
  const {client} = await setup([{...lina, list: [{_key: 'k1', n: 1}]}])
  const patched = await client.patch('lina').set({"list[_key=='k1'].n": 7}).commit()
  expect(patched['list']).toEqual([{_key: 'k1', n: 7}])
})

test('patches and deletes by query', async () => {
  const {client, lake} = await setup([lina, {...lina, _id: 'omar'}, {_id: 'other', _type: 'pass'}])
  await client
    .patch({query: '*[_type == $type]', params: {type: 'student'}})
    .set({name: 'X'})
    .commit()
  expect(lake.documents().map((document) => document['name'])).toEqual(['X', 'X', undefined])
  await client.delete({query: '*[_type == "student"]'})
  expect(lake.documents().map((document) => document._id)).toEqual(['other'])
})

test('a patch of what is not there is a conflict, a delete of it is nothing', async () => {
  const {client} = await setup()
  const failure = await failureOf(client.patch('nobody').set({a: 1}).commit())
  expect(failure.statusCode).toBe(409)
  expect(itemError(failure)).toMatchObject({type: 'documentNotFoundError'})
  await expect(client.delete('nobody')).resolves.toBeDefined()
})

test('a patch that expects another revision is refused with both revisions', async () => {
  const {client} = await setup([{...lina, _rev: 'rev-1'}])
  const failure = await failureOf(client.patch('lina').ifRevisionId('rev-0').set({name: 'X'}).commit())
  expect(failure.statusCode).toBe(409)
  expect(itemError(failure)).toMatchObject({
    type: 'documentRevisionIDDoesNotMatchError',
    currentRevisionID: 'rev-1',
    expectedRevisionID: 'rev-0',
  })
  const patched = await client.patch('lina').ifRevisionId('rev-1').set({name: 'X'}).commit()
  expect(patched['name']).toBe('X')
})

test('a transaction is all or nothing, and one revision for all', async () => {
  const {client, lake} = await setup([lina])
  const failing = client
    .transaction()
    .create({_id: 'record', _type: 'record'})
    .patch('lina', {set: {name: 'X'}})
    .create({_id: 'lina', _type: 'student'})
  const failure = await failureOf(failing.commit())
  expect(failure.details).toMatchObject({items: [{index: 2}]})
  expect(lake.documents()).toMatchObject([{_id: 'lina', name: 'Lina'}])

  const result = await client
    .transaction()
    .create({_id: 'record', _type: 'record'})
    .patch('lina', {set: {name: 'X'}})
    .delete('nobody')
    .commit()
  expect(result.results).toEqual([
    {id: 'record', operation: 'create'},
    {id: 'lina', operation: 'update'},
    {id: 'nobody', operation: 'none'},
  ])
  expect(lake.documents().map((document) => document._rev)).toEqual([
    result.transactionId,
    result.transactionId,
  ])
})

test('of twenty that create the same document at once, one goes through', async () => {
  const {client, lake} = await setup()
  const attempts = await Promise.allSettled(
    Array.from({length: 20}, () => client.create({_id: 'record.1', _type: 'record'})),
  )
  expect(attempts.filter(({status}) => status === 'fulfilled')).toHaveLength(1)
  expect(lake.documents()).toHaveLength(1)
})

test('a dry run answers as if, and changes nothing', async () => {
  const {client, lake} = await setup([lina])
  const made = await client.create({_id: 'omar', _type: 'student'}, {dryRun: true})
  expect(made).toMatchObject({_id: 'omar'})
  const failure = await failureOf(client.create({_id: 'lina', _type: 'student'}, {dryRun: true}))
  expect(failure.statusCode).toBe(409)
  expect(lake.documents()).toHaveLength(1)
})

test('neither id nor type of a document can be changed', async () => {
  const {client, lake} = await setup([lina])
  const retyped = await failureOf(client.patch('lina').set({_type: 'pass'}).commit())
  const renamed = await failureOf(client.patch('lina').set({_id: 'omar'}).commit())
  const replaced = await failureOf(client.createOrReplace({_id: 'lina', _type: 'pass'}))
  expect([retyped.statusCode, renamed.statusCode, replaced.statusCode]).toEqual([409, 409, 409])
  expect(lake.documents()).toMatchObject([{_id: 'lina', _type: 'student'}])
})

test('a transaction id can be used once', async () => {
  const {client} = await setup()
  const write = (): Promise<unknown> =>
    client.mutate([{create: {_type: 'student'}}], {transactionId: 'tx-1', returnDocuments: false})
  await write()
  const failure = await failureOf(write())
  expect(failure.statusCode).toBe(409)
})

test('refuses an id that the API would refuse', async () => {
  const {client} = await setup()
  const failure = await failureOf(client.create({_id: 'a b', _type: 'student'}))
  expect(failure.statusCode).toBe(400)
})

test('says when to come back to a caller that writes too fast, if it has a limit', async () => {
  const {client, lake} = await setup([], {mutationsPerSecond: 2})
  await client.create({_type: 'student'})
  await client.create({_type: 'student'})
  const failure = await failureOf(client.create({_type: 'student'}))
  expect(failure.statusCode).toBe(429)
  expect(failure.retryAfter).toBe('1')
  expect(lake.documents()).toHaveLength(2)
})
