import {isRecord} from './lake-document.ts'
import {badRequest} from './lake-error.ts'

/** What a mutation speaks about: documents by id, or all that a query finds. */
export type Selection = {ids: string[]} | {query: string; params: Record<string, unknown>}

export type Operations = {
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  insert?: Record<string, unknown>
  diffMatchPatch?: Record<string, string>
}

export type Mutation =
  | {kind: 'create' | 'createIfNotExists' | 'createOrReplace'; document: Record<string, unknown>}
  | {kind: 'delete'; selection: Selection}
  | {kind: 'patch'; selection: Selection; operations: Operations; ifRevisionID?: string}

const creations = ['create', 'createIfNotExists', 'createOrReplace'] as const

/** Reads one mutation of a request body; what the API wouldn't understand is its 400. */
export function readMutation(value: unknown): Mutation {
  if (!isRecord(value) || Object.keys(value).length !== 1) {
    throw badRequest('a mutation must be an object with exactly one operation')
  }
  for (const kind of creations) {
    const document = value[kind]
    if (document === undefined) continue
    if (!isRecord(document)) throw badRequest(`"${kind}" must be a document`)
    if (typeof document['_type'] !== 'string' || document['_type'] === '') {
      throw badRequest(`"${kind}" is missing the _type of its document`)
    }
    return {kind, document}
  }
  if (isRecord(value['delete'])) return {kind: 'delete', selection: readSelection(value['delete'])}
  if (isRecord(value['patch'])) return readPatch(value['patch'])
  throw badRequest(`unknown mutation "${Object.keys(value).join()}"`)
}

function readPatch(patch: Record<string, unknown>): Mutation {
  const ifRevisionID = patch['ifRevisionID'] ?? patch['ifRevisionId']
  return {
    kind: 'patch',
    selection: readSelection(patch),
    operations: readOperations(patch),
    ...(typeof ifRevisionID === 'string' ? {ifRevisionID} : {}),
  }
}

export function readOperations(patch: Record<string, unknown>): Operations {
  const operations: Operations = {}
  if (isRecord(patch['set'])) operations.set = withPaths(patch['set'])
  if (isRecord(patch['setIfMissing'])) operations.setIfMissing = withPaths(patch['setIfMissing'])
  if (Array.isArray(patch['unset']))
    operations.unset = patch['unset'].map((path) => doubleQuoted(String(path)))
  if (isRecord(patch['inc'])) operations.inc = mapValues(withPaths(patch['inc']), numberIn('inc'))
  if (isRecord(patch['dec'])) operations.dec = mapValues(withPaths(patch['dec']), numberIn('dec'))
  if (isRecord(patch['insert'])) {
    if (!Array.isArray(patch['insert']['items'])) throw badRequest('"insert" needs an array of items')
    operations.insert = mapValues(patch['insert'], (item) =>
      typeof item === 'string' ? doubleQuoted(item) : item,
    )
  }
  if (isRecord(patch['diffMatchPatch'])) {
    operations.diffMatchPatch = mapValues(withPaths(patch['diffMatchPatch']), String)
  }
  return operations
}

function readSelection(value: Record<string, unknown>): Selection {
  const {id, query, params} = value
  if (typeof id === 'string') return {ids: [id]}
  if (Array.isArray(id)) return {ids: id.map(String)}
  if (typeof query === 'string') return {query, params: isRecord(params) ? params : {}}
  throw badRequest('a patch or delete must name an id or a query')
}

/** The mutator refuses `[_key=='x']`, which the API accepts. */
function doubleQuoted(path: string): string {
  return path.replaceAll(/==\s*'([^'"]*)'/g, '=="$1"')
}

function withPaths(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([path, value]) => [doubleQuoted(path), value]))
}

function mapValues<In, Out>(fields: Record<string, In>, change: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)]))
}

function numberIn(operation: string): (value: unknown) => number {
  return (value) => {
    if (typeof value !== 'number') throw badRequest(`"${operation}" needs numbers`)
    return value
  }
}
