import {Mutation as Mutator} from '@sanity/mutator'
import {randomUUID} from 'node:crypto'
import {isValidId} from './document-id.ts'
import type {Allows, Permission} from './grants.ts'
import {isLakeDocument, type StoredDocument} from './lake-document.ts'
import {
  badRequest,
  insufficientPermissions,
  type ItemError,
  type LakeError,
  transactionError,
} from './lake-error.ts'
import type {Mutation, Operations, Selection} from './mutation.ts'
import {runQuery} from './query.ts'
import {checkReferences} from './reference-check.ts'
import type {Change, Commit, Store} from './store.ts'
import {listView} from './view.ts'

type TransactionContext = {
  transactionId: string
  now: Date
  identity: string
  allows: Allows
  /** Whose shape the errors have. */
  kind: 'mutationError' | 'actionError'
}

export type MutationResult = {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document: StoredDocument | null
}

/** What a transaction would do; nothing is written before the store gets the commit. */
export type Staged = {commit: Commit; results: MutationResult[]}

/**
 * Applies mutations one after the other to a copy. The first that fails throws, and with it the whole
 * transaction; references are checked at the end, when all documents are in place.
 */
export function stageTransaction(store: Store, mutations: Mutation[], context: TransactionContext): Staged {
  const changes = new Map<string, Change>()
  const results: MutationResult[] = []
  const stage = {store, changes, context, timestamp: context.now.toISOString()}
  for (const [index, mutation] of mutations.entries()) {
    results.push(...applyMutation({...stage, index}, mutation))
  }
  const made = [...changes.values()].filter(({before, after}) => before !== null || after !== null)
  checkReferences(store, changes, context.kind)
  return {
    commit: {
      transactionId: context.transactionId,
      timestamp: stage.timestamp,
      author: context.identity,
      changes: made,
    },
    results,
  }
}

type Stage = {
  store: Store
  changes: Map<string, Change>
  context: TransactionContext
  timestamp: string
  index: number
}

function applyMutation(stage: Stage, mutation: Mutation): MutationResult[] {
  switch (mutation.kind) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace':
      return [create(stage, mutation.kind, mutation.document)]
    case 'delete':
      return select(stage, mutation.selection).map((id) => remove(stage, id))
    case 'patch':
    default: {
      const {selection, operations, ifRevisionID} = mutation
      return select(stage, selection).map((id) => patch(stage, id, operations, ifRevisionID))
    }
  }
}

function create(
  stage: Stage,
  kind: 'create' | 'createIfNotExists' | 'createOrReplace',
  body: Record<string, unknown>,
): MutationResult {
  const {_rev: _ignored, ...fields} = structuredClone(body)
  const document = {...fields, _id: idFor(body['_id'])}
  if (!isLakeDocument(document)) throw badRequest('a document must have an _id and a _type')
  const {_id: id} = document
  if (!isValidId(id))
    throw refusal(stage, 400, {type: 'validationError', description: `Invalid document ID "${id}"`})
  const current = currentDocument(stage, id)
  if (current && kind === 'createIfNotExists') return {id, operation: 'none', document: current}
  if (current && kind === 'create') {
    const description = `Document by ID "${id}" already exists`
    throw refusal(stage, 409, {type: 'documentAlreadyExistsError', description, id})
  }
  if (current && current._type !== document._type) throw immutable(stage, id, '_type')
  const after = mutate(stage, null, [{[kind]: document}])
  demand(stage, current ? 'update' : 'create', after)
  if (current) demand(stage, 'update', current)
  record(stage, id, {[kind]: document}, after)
  return {id, operation: current ? 'update' : 'create', document: after}
}

function remove(stage: Stage, id: string): MutationResult {
  const current = currentDocument(stage, id)
  if (!current) return {id, operation: 'none', document: null}
  demand(stage, 'update', current)
  record(stage, id, {delete: {id}}, null)
  return {id, operation: 'delete', document: null}
}

function patch(stage: Stage, id: string, operations: Operations, ifRevisionID?: string): MutationResult {
  const current = currentDocument(stage, id)
  if (!current) {
    const description = `The document with the ID "${id}" was not found`
    throw refusal(stage, 409, {type: 'documentNotFoundError', description, id})
  }
  if (ifRevisionID !== undefined && ifRevisionID !== current._rev) {
    throw refusal(stage, 409, {
      type: 'documentRevisionIDDoesNotMatchError',
      description: `Document "${id}" has unexpected revision ID ("${current._rev}"), expected "${ifRevisionID}"`,
      id,
      currentRevisionID: current._rev,
      expectedRevisionID: ifRevisionID,
    })
  }
  demand(stage, 'update', current)
  const body = {patch: {id, ...structuredClone(operations)}}
  const after = mutate(stage, current, [body])
  if (after._id !== id) throw immutable(stage, id, '_id')
  if (after._type !== current._type) throw immutable(stage, id, '_type')
  demand(stage, 'update', after)
  record(stage, id, body, after)
  return {id, operation: 'update', document: after}
}

/** Runs the mutator on copies: it changes a document that it creates in place. */
function mutate(
  stage: Stage,
  before: StoredDocument | null,
  mutations: Record<string, unknown>[],
): StoredDocument {
  const mutator = new Mutator({
    mutations: structuredClone(mutations),
    timestamp: stage.timestamp,
    resultRev: stage.context.transactionId,
    transactionId: stage.context.transactionId,
  })
  try {
    const after: unknown = mutator.apply(structuredClone(before))
    if (isStored(after)) return after
  } catch (error) {
    const description = error instanceof Error ? error.message : String(error)
    throw refusal(stage, 400, {type: 'mutationError', description})
  }
  throw badRequest('a mutation must leave a document')
}

function isStored(value: unknown): value is StoredDocument {
  return isLakeDocument(value) && typeof value._rev === 'string' && typeof value._updatedAt === 'string'
}

function currentDocument(stage: Stage, id: string): StoredDocument | null {
  const change = stage.changes.get(id)
  return change ? change.after : (stage.store.get(id) ?? null)
}

function record(
  stage: Stage,
  id: string,
  mutation: Record<string, unknown>,
  after: StoredDocument | null,
): void {
  const change = stage.changes.get(id) ?? {
    id,
    before: stage.store.get(id) ?? null,
    after: null,
    mutations: [],
  }
  stage.changes.set(id, {...change, after, mutations: [...change.mutations, mutation]})
}

function select(stage: Stage, selection: Selection): string[] {
  if ('ids' in selection) return selection.ids
  const {changes, store, context} = stage
  const staged = [...changes.values()].flatMap(({after}) => after ?? [])
  const untouched = changes.size > 0 ? store.all().filter(({_id}) => !changes.has(_id)) : []
  const found = runQuery(selection.query, {
    view: changes.size > 0 ? listView([...untouched, ...staged]) : store,
    params: selection.params,
    now: context.now,
    identity: context.identity,
  })
  if (!Array.isArray(found)) throw badRequest('the query of a mutation must give documents')
  return found.filter(isLakeDocument).map((document) => document._id)
}

function idFor(id: unknown): string {
  if (typeof id !== 'string' || id === '') return randomUUID()
  return id.endsWith('.') ? `${id}${randomUUID()}` : id
}

function demand(stage: Stage, permission: Permission, document: StoredDocument): void {
  if (!stage.context.allows(permission, document)) throw insufficientPermissions(permission, stage.index)
}

function immutable(stage: Stage, id: string, attribute: string): LakeError {
  const description = `Cannot modify immutable attribute "${attribute}"`
  return refusal(stage, 409, {type: 'validationError', description, id})
}

function refusal(stage: Stage, status: number, error: ItemError): LakeError {
  return transactionError(stage.context.kind, status, error, stage.index)
}
