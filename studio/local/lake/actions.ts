import {draftId, publishedId} from './document-id.ts'
import {isRecord, type LakeDocument} from './lake-document.ts'
import {badRequest, type LakeError, transactionError} from './lake-error.ts'
import {type Mutation, readOperations} from './mutation.ts'
import type {Store} from './store.ts'

/**
 * What an action (publish, unpublish, discard, edit, create…) does, as mutations. `undefined` for an
 * action that the lake doesn't have.
 */
export function mutationsOfAction(store: Store, action: unknown, index: number): Mutation[] | undefined {
  if (!isRecord(action) || typeof action['actionType'] !== 'string') {
    throw badRequest('an action needs an "actionType"')
  }
  const read = {store, action, index}
  switch (action['actionType'].replace('sanity.action.document.', '')) {
    case 'create':
    case 'replaceDraft':
      return createDraft(read)
    case 'edit':
      return edit(read)
    case 'publish':
      return publish(read)
    case 'unpublish':
      return unpublish(read)
    case 'discard':
      return [deletion(existing(read, 'draftId')._id)]
    case 'delete':
      return deleteGroup(read)
    case 'version.create':
      return createVersion(read)
    case 'version.replace':
      return [{kind: 'createOrReplace', document: attributes(read, 'document')}]
    case 'version.discard':
      return [deletion(existing(read, 'versionId')._id)]
    default:
      return undefined
  }
}

type Reading = {store: Store; action: Record<string, unknown>; index: number}

function createDraft(read: Reading): Mutation[] {
  const document = attributes(read, 'attributes')
  const id = text(read, 'publishedId')
  if (document['_id'] === undefined) document['_id'] = draftId(id)
  if (read.action['actionType'] === 'sanity.action.document.replaceDraft') {
    return [{kind: 'createOrReplace', document}]
  }
  return [{kind: read.action['ifExists'] === 'ignore' ? 'createIfNotExists' : 'create', document}]
}

function edit(read: Reading): Mutation[] {
  const draft = text(read, 'draftId')
  const mutations: Mutation[] = []
  if (!read.store.get(draft)) {
    const published = existing(read, 'publishedId')
    mutations.push({kind: 'create', document: {...published, _id: draft}})
  }
  const patches = Array.isArray(read.action['patch']) ? read.action['patch'] : [read.action['patch']]
  for (const patch of patches.filter(isRecord)) {
    mutations.push({kind: 'patch', selection: {ids: [draft]}, operations: readOperations(patch)})
  }
  return mutations
}

function publish(read: Reading): Mutation[] {
  const draft = existing(read, 'draftId')
  const id = text(read, 'publishedId')
  const published = read.store.get(id)
  expectRevision(read, 'ifDraftRevisionId', draft)
  if (published) expectRevision(read, 'ifPublishedRevisionId', published)
  const document = strengthened({...draft, _id: id})
  if (!isRecord(document)) throw badRequest('nothing to publish')
  if (published) document['_createdAt'] = published._createdAt
  return [{kind: 'createOrReplace', document}, deletion(draft._id)]
}

function unpublish(read: Reading): Mutation[] {
  const published = existing(read, 'publishedId')
  return [
    {kind: 'createIfNotExists', document: {...published, _id: text(read, 'draftId')}},
    deletion(published._id),
  ]
}

function deleteGroup(read: Reading): Mutation[] {
  const id = text(read, 'publishedId')
  const others = read.action['includeDrafts'] ?? read.action['includeVersions']
  const ids = [id, ...(Array.isArray(others) ? others.map(String) : [])]
  if (!ids.some((each) => read.store.get(each))) throw missing(read, id)
  return ids.map(deletion)
}

function createVersion(read: Reading): Mutation[] {
  if (isRecord(read.action['document'])) return [{kind: 'create', document: attributes(read, 'document')}]
  const base = existing(read, 'baseId')
  expectRevision(read, 'ifBaseRevisionId', base)
  return [{kind: 'create', document: {...base, _id: text(read, 'versionId')}}]
}

/** A weak reference made to something unpublished becomes the strong one that it is meant to be. */
function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthened)
  if (!isRecord(value)) return value
  const {_strengthenOnPublish: strengthen, ...rest} = value
  if (isRecord(strengthen) && strengthen['weak'] !== true) delete rest['_weak']
  return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, strengthened(item)]))
}

function deletion(id: string): Mutation {
  return {kind: 'delete', selection: {ids: [id]}}
}

function attributes({action}: Reading, name: string): Record<string, unknown> {
  const document = action[name]
  if (!isRecord(document) || typeof document['_type'] !== 'string') {
    throw badRequest(`"${name}" must be a document with a _type`)
  }
  return {...document}
}

function text({action}: Reading, name: string): string {
  const value = action[name]
  if (typeof value !== 'string' || value === '') throw badRequest(`the action needs "${name}"`)
  if (name === 'publishedId' && publishedId(value) !== value) {
    throw badRequest(`"${value}" is not the id of a published document`)
  }
  return value
}

function existing(read: Reading, name: string): LakeDocument {
  const id = text(read, name)
  const document = read.store.get(id)
  if (!document) throw missing(read, id)
  return document
}

function missing({index}: Reading, id: string): LakeError {
  const description = `Document "${id}" not found`
  return transactionError('actionError', 404, {type: 'documentNotFoundError', description, id}, index)
}

function expectRevision({action, index}: Reading, name: string, document: LakeDocument): void {
  const expected = action[name]
  if (typeof expected !== 'string' || expected === document._rev) return
  const description = `Document "${document._id}" has unexpected revision ID ("${document._rev}"), expected "${expected}"`
  throw transactionError(
    'actionError',
    409,
    {type: 'documentRevisionIDDoesNotMatchError', description, id: document._id},
    index,
  )
}
