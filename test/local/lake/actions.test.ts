import {expect, test} from 'vitest'
import {failureOf, itemError, setup, vic} from './setup.ts'

const published = {_id: 'lina', _type: 'student', name: 'Lina', _createdAt: '2026-01-01T00:00:00.000Z'}
const draft = {_id: 'drafts.lina', _type: 'student', name: 'Lina Berg', _rev: 'draft-1'}

test('edit makes a draft of what is published, and patches it', async () => {
  const {client, lake} = await setup([published])
  const action = {
    actionType: 'sanity.action.document.edit' as const,
    draftId: 'drafts.lina',
    publishedId: 'lina',
    patch: {set: {name: 'Lina B'}},
  }
  await client.action(action)
  await client.action({...action, patch: {set: {email: 'lina@example.com'}}})
  expect(lake.documents()).toMatchObject([
    {_id: 'lina', name: 'Lina'},
    {_id: 'drafts.lina', name: 'Lina B', email: 'lina@example.com'},
  ])
})

test('publish puts the draft in the place of what was published', async () => {
  const {client, lake} = await setup([published, draft])
  const {transactionId} = await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.lina',
    publishedId: 'lina',
    ifDraftRevisionId: 'draft-1',
  })
  expect(lake.documents()).toMatchObject([
    {_id: 'lina', name: 'Lina Berg', _rev: transactionId, _createdAt: published._createdAt},
  ])
})

test('publish of another revision, or of no draft, is refused', async () => {
  const {client, lake} = await setup([published, draft])
  const publish = {
    actionType: 'sanity.action.document.publish' as const,
    draftId: 'drafts.lina',
    publishedId: 'lina',
  }
  const stale = await failureOf(client.action({...publish, ifDraftRevisionId: 'draft-0'}))
  expect(stale.statusCode).toBe(409)
  expect(stale.details).toMatchObject({type: 'actionError'})
  const missing = await failureOf(client.action({...publish, draftId: 'drafts.omar', publishedId: 'omar'}))
  expect(itemError(missing)).toMatchObject({type: 'documentNotFoundError'})
  expect(lake.documents()).toHaveLength(2)
})

test('publish makes a reference strong that was weak only until then', async () => {
  const school = {
    _type: 'reference',
    _ref: 'oslo',
    _weak: true,
    _strengthenOnPublish: {type: 'school', template: {id: 'school'}},
  }
  const {client, lake} = await setup([{...draft, school}])
  const publish = {
    actionType: 'sanity.action.document.publish' as const,
    draftId: 'drafts.lina',
    publishedId: 'lina',
  }
  const early = await failureOf(client.action(publish))
  expect(itemError(early)).toMatchObject({type: 'documentReferenceDoesNotExistError'})
  await client.create({_id: 'oslo', _type: 'school'})
  await client.action(publish)
  expect(lake.documents().find(({_id}) => _id === 'lina')?.['school']).toEqual({
    _type: 'reference',
    _ref: 'oslo',
  })
})

test('unpublish, discard, delete and create', async () => {
  const {client, lake} = await setup([published])
  const ids = (): string[] => lake.documents().map((document) => document._id)
  await client.action({
    actionType: 'sanity.action.document.unpublish',
    draftId: 'drafts.lina',
    publishedId: 'lina',
  })
  expect(ids()).toEqual(['drafts.lina'])
  await client.action({actionType: 'sanity.action.document.discard', draftId: 'drafts.lina'})
  expect(ids()).toEqual([])
  await client.action({
    actionType: 'sanity.action.document.create',
    publishedId: 'omar',
    attributes: {_id: 'drafts.omar', _type: 'student'},
    ifExists: 'fail',
  })
  expect(ids()).toEqual(['drafts.omar'])
  await client.action({
    actionType: 'sanity.action.document.delete',
    publishedId: 'omar',
    includeDrafts: ['drafts.omar'],
  })
  expect(ids()).toEqual([])
})

test('an action that nobody built counts as unknown', async () => {
  const {client, lake} = await setup()
  await failureOf(client.action({actionType: 'sanity.action.release.publish', releaseId: 'rSummer'}))
  expect(lake.ledger.unknown).toEqual([{method: 'POST', path: '/data/actions/demo'}])
})

test('a viewer may not act', async () => {
  const {as, lake} = await setup([published, draft])
  const action = {
    actionType: 'sanity.action.document.publish' as const,
    draftId: 'drafts.lina',
    publishedId: 'lina',
  }
  expect((await failureOf(as(vic).action(action))).statusCode).toBe(403)
  expect(lake.documents()).toHaveLength(2)
})
