import {expect, test} from 'vitest'
import {failureOf, itemError, setup} from './setup.ts'

const oslo = {_id: 'oslo', _type: 'school'}
const toOslo = {_type: 'reference', _ref: 'oslo'}

test('a strong reference needs what it points at', async () => {
  const {client} = await setup()
  const failure = await failureOf(client.create({_id: 'lina', _type: 'student', school: toOslo}))
  expect(failure.statusCode).toBe(409)
  expect(itemError(failure)).toMatchObject({type: 'documentReferenceDoesNotExistError', referenceID: 'oslo'})
})

test('a weak reference may point at nothing', async () => {
  const {client} = await setup()
  const made = await client.create({_id: 'lina', _type: 'student', school: {...toOslo, _weak: true}})
  expect(made._id).toBe('lina')
})

test('both sides may come in one transaction, in any order', async () => {
  const {client, lake} = await setup()
  await client.transaction().create({_id: 'lina', _type: 'student', school: toOslo}).create(oslo).commit()
  expect(lake.documents()).toHaveLength(2)
})

test('what is referred to cannot be deleted', async () => {
  const {client, lake} = await setup([oslo, {_id: 'lina', _type: 'student', list: [{school: toOslo}]}])
  const failure = await failureOf(client.delete('oslo'))
  expect(failure.statusCode).toBe(409)
  expect(itemError(failure)).toMatchObject({
    type: 'documentHasExistingReferencesError',
    referencingIDs: ['lina'],
  })
  expect(lake.documents()).toHaveLength(2)
  await client.transaction().delete('oslo').delete('lina').commit()
  expect(lake.documents()).toEqual([])
})

test('what was referred to until this transaction can be deleted', async () => {
  const {client, lake} = await setup([oslo, {_id: 'lina', _type: 'student', school: toOslo}])
  await client
    .transaction()
    .patch('lina', {unset: ['school']})
    .delete('oslo')
    .commit()
  expect(lake.documents()).toMatchObject([{_id: 'lina'}])
})

test('a seed may hold broken references, and a document with one can only be mended', async () => {
  const {client} = await setup([{_id: 'lina', _type: 'student', school: toOslo}])
  const failure = await failureOf(client.patch('lina').set({name: 'Lina'}).commit())
  expect(failure.statusCode).toBe(409)
  await expect(client.patch('lina').unset(['school']).set({name: 'Lina'}).commit()).resolves.toBeDefined()
})
