import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {clientOf, failureOf, setup} from './setup.ts'

const oslo = {_id: 'oslo', _type: 'school', name: 'Oslo Dance'}
const lina = {
  _id: 'lina',
  _type: 'student',
  name: 'Lina Berg',
  email: 'lina@example.com',
  school: {_type: 'reference', _ref: 'oslo'},
}
const omar = {_id: 'omar', _type: 'student', name: 'Omar Lie', email: 'omar@example.com'}

test('answers a query with parameters, and follows references', async () => {
  const {client} = await setup([oslo, lina, omar])
  const found = await client.fetch('*[_type == $type && email == $email]{name, "school": school->name}', {
    type: 'student',
    email: 'lina@example.com',
  })
  expect(found).toEqual([{name: 'Lina Berg', school: 'Oslo Dance'}])
})

test('gives null for a single document that is not there', async () => {
  const {client} = await setup([])
  expect(await client.fetch('*[_id == $id][0]', {id: 'nobody'})).toBeNull()
})

test('takes a query that is too long for an address in the body', async () => {
  const {client, lake} = await setup([lina, omar])
  const ids = Array.from({length: 2000}, (_, index) => `student-${index}`)
  expect(await client.fetch('*[_id in $ids]._id', {ids: [...ids, 'omar']})).toEqual(['omar'])
  expect(lake.ledger.requests.at(-1)?.method).toBe('POST')
})

test.each([
  ['by id', '*[_id == "lina"]._id', ['lina']],
  ['by several ids', '*[_id in ["omar", "lina", "nobody"]]._id', ['omar', 'lina']],
  ['by type or id', '*[_type == "school" || _id == "omar"]._id', ['oslo', 'omar']],
  ['by a reference', '*[_type == "student" && school._ref == "oslo"]._id', ['lina']],
  ['by any reference', '*[references("oslo")]._id', ['lina']],
  ['by the other side of ==', '*["student" == _type && name match "omar*"]._id', ['omar']],
  ['not of a type', '*[_type != "student"]._id', ['oslo']],
  ['inside a projection', '*[_id == "oslo"]{"students": *[references(^._id)]._id}', [{students: ['lina']}]],
  ['counted', '{"n": count(*[_type == "student"])}', {n: 2}],
  ['of a type unless of another id', '*[_type == "student" && !(_id == "lina")]._id', ['omar']],
])('finds documents %s', async (_, query, expected) => {
  const {client} = await setup([oslo, lina, omar])
  expect(await client.fetch(query)).toEqual(expected)
})

test('runs the search that the Studio sends: whole documents, fields with a weight, beginnings of words', async () => {
  const {client} = await setup([oslo, lina, omar])
  const search = (text: string): Promise<string[]> =>
    client.fetch(
      `// findability-mvi:5
       *[_type in $types] | score(boost(_type in ["student"] && name match text::query($text), 10),
         [@, _id] match text::query($text)) [_score > 0]{_id} | order(_score desc) [0...$limit]._id`,
      {types: ['student', 'school'], text, limit: 10},
    )
  expect(await search('lin*')).toEqual(['lina'])
  expect(await search('omar lie*')).toEqual(['omar'])
  expect(await search('example.com')).toEqual(['lina', 'omar'])
  expect(await search('example.com -lina')).toEqual(['omar'])
  expect(await search('nobody*')).toEqual([])
  expect(await search('*')).toHaveLength(3)
})

test('tells where a query does not parse', async () => {
  const {client} = await setup()
  const failure = await failureOf(client.fetch('*[_type == '))
  expect(failure.statusCode).toBe(400)
  expect(failure.details).toMatchObject({type: 'queryParseError', query: '*[_type == '})
})

test('asks the clock it was given', async () => {
  const now = (): Date => new Date('2026-01-02T03:04:05.000Z')
  const {client} = await setup([], {now})
  expect(await client.fetch('now()')).toBe('2026-01-02T03:04:05.000Z')
})

const drafts = [
  lina,
  {...lina, _id: 'drafts.lina', name: 'Lina (draft)'},
  {...omar, _id: 'drafts.omar'},
  {...lina, _id: 'versions.rSummer.lina', name: 'Lina (summer)'},
  oslo,
]

test('shows what a perspective shows', async () => {
  const {client} = await setup(drafts)
  const names = (perspective: 'raw' | 'published' | 'drafts' | string[]): Promise<unknown> =>
    client.fetch('*[_type == "student"] | order(_id) {_id, name}', {}, {perspective})
  expect(await names('published')).toEqual([{_id: 'lina', name: 'Lina Berg'}])
  expect(await names('drafts')).toEqual([
    {_id: 'lina', name: 'Lina (draft)'},
    {_id: 'omar', name: 'Omar Lie'},
  ])
  expect(await names(['rSummer', 'drafts'])).toEqual([
    {_id: 'lina', name: 'Lina (summer)'},
    {_id: 'omar', name: 'Omar Lie'},
  ])
  expect(await names('raw')).toHaveLength(4)
})

test('remembers in the drafts perspective which document an id came from', async () => {
  const {client} = await setup(drafts)
  const query = '*[_id == "lina"][0]._originalId'
  expect(await client.fetch(query, {}, {perspective: 'drafts'})).toBe('drafts.lina')
})

test('sees everything before API version 2025-02-19, and what is published since', async () => {
  const {lake, client} = await setup(drafts)
  const old = clientOf(lake, {apiVersion: '2024-01-01', token: 'token-of-ada'})
  expect(await old.fetch('count(*[_type == "student"])')).toBe(4)
  expect(await client.fetch('count(*[_type == "student"])')).toBe(1)
})

test('gets documents by id, and says why one is left out', async () => {
  const {client} = await setup([oslo])
  expect(await client.getDocument('oslo')).toMatchObject({name: 'Oslo Dance'})
  expect(await client.getDocument('nobody')).toBeUndefined()
  expect(await client.getDocuments(['nobody', 'oslo'])).toMatchObject([null, {_id: 'oslo'}])
})

test('a caller cannot reach into the dataset through an answer', async () => {
  const {client, lake} = await setup([{_id: 'a', _type: 'x', list: [{n: 1}]}])
  await client.fetch('*[_id == "a"]')
  expect(lake.documents()).toMatchObject([{list: [{n: 1}]}])
})

test('answers quickly among ten thousand documents', async () => {
  const students = Array.from({length: 10_000}, (_, index) => ({
    ...omar,
    _id: `student-${index}`,
    email: `s${index}@example.com`,
    school: {_type: 'reference', _ref: index % 100 === 0 ? 'oslo' : 'bergen'},
  }))
  const {client} = await setup([oslo, ...students])
  const emails = async (query: string, count: number): Promise<number> => {
    const started = performance.now()
    for (let index = 0; index < count; index += 1) {
      expect(await client.fetch(query, {id: `student-${index}`})).toBe(`s${index}@example.com`)
    }
    return performance.now() - started
  }
  const found = await emails('*[_id == $id][0].email', 30)
  // No index offers anything for a filter that is compared with true: every document is looked at.
  const walked = await emails('*[(_id == $id) == true][0].email', 30)
  expect(found).toBeLessThan(walked / 2)
  expect(await client.fetch('count(*[_type == "student" && school._ref == "oslo"])')).toBe(100)
})

const condition = fc.oneof(
  fc.constantFrom('oslo', 'lina', 'omar', 'drafts.lina').map((id) => `_id == "${id}"`),
  fc.constantFrom('student', 'school', 'nothing').map((type) => `_type == "${type}"`),
  fc.constantFrom('oslo', 'lina').map((id) => `references("${id}")`),
  fc.constantFrom('oslo', 'lina').map((id) => `school._ref == "${id}"`),
  fc.constantFrom('lina', 'omar').map((id) => `sanity::versionOf("${id}")`),
  fc.constant('_id in ["omar", "lina", "drafts.omar"]'),
  fc.constant('name match "lin*"'),
)
const {filter} = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 4},
    condition,
    fc.tuple(tie('filter'), tie('filter')).map(([left, right]) => `(${left} && ${right})`),
    fc.tuple(tie('filter'), tie('filter')).map(([left, right]) => `(${left} || ${right})`),
    tie('filter').map((inner) => `!(${inner})`),
  ),
}))

test('the indexes never change an answer', async () => {
  const {client} = await setup([...drafts, omar])
  const perspective = fc.constantFrom<'raw' | 'published' | 'drafts'>('raw', 'published', 'drafts')
  const property = fc.asyncProperty(filter, perspective, async (where, seen) => {
    const narrowed = await client.fetch(`*[${where}]._id`, {}, {perspective: seen})
    // No index offers anything for a filter that is compared with true.
    const walked = await client.fetch(`*[(${where}) == true]._id`, {}, {perspective: seen})
    expect(new Set(narrowed)).toEqual(new Set(walked))
  })
  await fc.assert(property, {numRuns: 200})
})
