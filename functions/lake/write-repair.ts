import {Patch, type SanityClient, type Transaction} from '@sanity/client'
import type {DocumentChange} from '../../plugin/core/contract/change.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {isShape} from '../../plugin/core/contract/shape.ts'
import {valueAt} from '../../plugin/core/documents/field-path.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import type {Writing} from '../ports.ts'
import type {SchemaProof} from './schema-proof.ts'
import {translateError} from './translate-error.ts'

/**
 * Writes one repair as one transaction, the record first: of two at once only one can create it, and what the other
 * would have written falls with it. A patch holds only for the revision that was judged.
 *
 * @param options.schema by whose names it is written, and read again
 * @param options.prove tries it beforehand, where nothing was written by these names yet
 * @returns the documents as they were written, the record's too
 * @throws WriteConflict, or the Fault that says why Sanity refused
 */
export async function writeRepair(
  client: SanityClient,
  {record, changes, revisions}: Writing,
  {schema: {read, write}, prove}: {schema: SchoolSchema; prove: SchemaProof},
): Promise<unknown[]> {
  const theirs = changes.map(write)
  const transaction = (by: SanityClient): Transaction =>
    theirs.reduce((sum, change) => withChange(sum, change, revisions), by.transaction().create({...record}))
  try {
    await demandObjects(client, theirs)
    await prove(changes, transaction, client)
    const written = await transaction(client).commit({
      tag: 'repair',
      visibility: 'sync',
      returnFirst: false,
      returnDocuments: true,
    })
    // Of a document that took two patches the lake tells both: the later is how it stands.
    return [...new Map(written.map((document) => [document._id, document])).values()].map(read)
  } catch (error) {
    throw translateError(error)
  }
}

function withChange(
  transaction: Transaction,
  change: DocumentChange,
  revisions: ReadonlyMap<string, string>,
): Transaction {
  if ('create' in change) return transaction.create(change.create)
  const {id, set, unset} = change.patch
  const revision = revisions.get(id)
  if (revision === undefined) throw new Error(`no revision was judged for ${id}`)
  const judged = new Patch(id).ifRevisionId(revision)
  const objects = objectsFor(Object.keys(set))
  // What lies in an object that is not there would be set nowhere; within one patch, setting comes before making.
  const start = objects === null ? transaction : transaction.patch(judged.setIfMissing(objects))
  const patch = objects === null ? judged : new Patch(id)
  const filled = Object.keys(set).length > 0 ? patch.set(set) : patch
  return start.patch(unset.length > 0 ? filled.unset(unset) : filled)
}

/**
 * Where a dotted name leads into a text or a list, setting it would put an object in the place of what stands there.
 *
 * @throws Fault `misconfigured` naming the field
 */
async function demandObjects(client: SanityClient, changes: readonly DocumentChange[]): Promise<void> {
  const patches = changes.flatMap((change) => ('patch' in change ? [change.patch] : []))
  const nested = new Map(
    patches.map(({id, set}) => [id, Object.keys(objectsFor(Object.keys(set)) ?? {})] as const),
  )
  const ids = [...nested].flatMap(([id, paths]) => (paths.length === 0 ? [] : [id]))
  if (ids.length === 0) return
  const standing = await client.getDocuments(ids, {tag: 'objects'})
  for (const document of standing) {
    if (document === null) continue
    const field = nested.get(document._id)?.find((path) => {
      const held = valueAt(document, path)
      return held !== undefined && held !== null && !isShape(held)
    })
    if (field === undefined) continue
    throw new Fault(
      'misconfigured',
      `${field} holds no object: writing into it would lose what stands there`,
      {
        settings: 'DOCUMENTS',
        reason: 'not_in_schema',
        field,
      },
    )
  }
}

/** The objects that dotted names lie in, the outer ones first; null where none does. */
function objectsFor(names: readonly string[]): Record<string, object> | null {
  const paths = names.flatMap((name) => {
    const parts = name.split('.').slice(0, -1)
    return parts.map((_, at) => parts.slice(0, at + 1).join('.'))
  })
  return paths.length === 0 ? null : Object.fromEntries(paths.map((path) => [path, {}]))
}
