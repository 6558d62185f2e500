import {Patch, type SanityClient, type Transaction} from '@sanity/client'
import type {DocumentChange} from '../../plugin/core/contract/change.ts'
import type {Writing} from '../ports.ts'
import {translateError} from './translate-error.ts'

/**
 * Writes one repair as one transaction, the record first: of two at once only one can create it, and what the other
 * would have written falls with it. A patch holds only for the revision that was judged.
 *
 * @returns the documents as they were written, the record's too
 * @throws WriteConflict, or the Fault that says why Sanity refused
 */
export async function writeRepair(
  client: SanityClient,
  {record, changes, revisions}: Writing,
): Promise<unknown[]> {
  const start = client.transaction().create({...record})
  const transaction = changes.reduce((sum, change) => withChange(sum, change, revisions), start)
  try {
    return await transaction.commit({
      tag: 'repair',
      visibility: 'sync',
      returnFirst: false,
      returnDocuments: true,
    })
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
  const patch = new Patch(id).ifRevisionId(revision)
  const filled = Object.keys(set).length > 0 ? patch.set(set) : patch
  return transaction.patch(unset.length > 0 ? filled.unset(unset) : filled)
}
