import {expect, test} from 'vitest'
import {setup} from './setup.ts'

const people = [
  {_id: 'ada', _type: 'user', clerkId: 'user_A', email: ' Ada@example.com'},
  {_id: 'bo', _type: 'user', clerkId: 'user_B', email: 'bo@example.com'},
]
const first = {
  _id: 'p1',
  _type: 'pass',
  holder: {_type: 'reference', _ref: 'ada'},
  session: 'cs_1',
  size: 3,
}
const passes = [
  first,
  {_id: 'p2', _type: 'pass', holder: {_type: 'reference', _ref: 'bo'}, session: 'cs_2', history: ['cs_1']},
  {_id: 'p3', _type: 'pass', holder: {_type: 'reference', _ref: 'ada'}, size: 'cs_1'},
]

test('finds by a text field, and no longer once that changed', async () => {
  const {client} = await setup([...people, ...passes])
  const query = '*[_type == "pass" && session in $sessions]._id'
  expect(await client.fetch(query, {sessions: ['cs_1', 'cs_9']})).toEqual(['p1'])
  await client.patch('p1').set({session: 'cs_9'}).commit()
  await client.create({...first, _id: 'p4'})
  expect(await client.fetch(query, {sessions: ['cs_1']})).toEqual(['p4'])
  expect(await client.fetch(query, {sessions: ['cs_9']})).toEqual(['p1'])
  await client.delete('p4')
  expect(await client.fetch(query, {sessions: ['cs_1']})).toEqual([])
})

test('looks for numbers among texts too', async () => {
  const {client} = await setup([...people, ...passes])
  const found = await client.fetch('*[_type == "pass" && size in $sizes]._id', {sizes: [3, 'cs_1']})
  expect(found).toEqual(['p1', 'p3'])
})

test('finds what has a field at all', async () => {
  const {client} = await setup([...people, ...passes])
  expect(await client.fetch('*[_type == "pass" && defined(history)]._id')).toEqual(['p2'])
  await client.patch('p2').unset(['history']).commit()
  expect(await client.fetch('*[_type == "pass" && defined(history)]._id')).toEqual([])
})

test('finds drafts and versions by the path of their id', async () => {
  const {client} = await setup([...people, ...passes, {...first, _id: 'drafts.p1'}])
  const query = '*[_type == "pass" && _id in path("drafts.**")]._id'
  expect(await client.fetch(query, {}, {perspective: 'raw'})).toEqual(['drafts.p1'])
})

test('answers by the answers of another query', async () => {
  const {client} = await setup([...people, ...passes])
  const query = `*[_type == "pass" && holder._ref in *[_type == "user" && (clerkId in $people
    || array::join(string::split(lower(email), " "), "") in $emails)]._id]._id`
  expect(await client.fetch(query, {people: ['user_B'], emails: []})).toEqual(['p2'])
  expect(await client.fetch(query, {people: [], emails: ['ada@example.com']})).toEqual(['p1', 'p3'])
})

test('answers by another query that asks about the document around it', async () => {
  const {client} = await setup([...people, ...passes])
  const query =
    '*[_type == "user" && _id in *[_type == "pass" && holder._ref == ^._id]{"id": holder._ref}.id]._id'
  expect(await client.fetch(query)).toEqual(['ada', 'bo'])
})
