import type {LakeError} from './lake-error.ts'
import {transactionError} from './lake-error.ts'
import {strongReferences} from './references.ts'
import type {Change, Store} from './store.ts'

/** References hold: none that is strong may point at nothing, neither a new one nor one left behind. */
export function checkReferences(
  store: Store,
  changes: ReadonlyMap<string, Change>,
  kind: 'mutationError' | 'actionError',
): void {
  const exists = (id: string): boolean => {
    const change = changes.get(id)
    return change ? change.after !== null : store.get(id) !== undefined
  }
  for (const {id, after, before} of changes.values()) {
    if (after) {
      for (const target of strongReferences(after)) {
        if (!exists(target)) throw missingTarget(kind, id, target)
      }
    } else if (before) {
      const holders = holdersOf(store, changes, id)
      if (holders.length > 0) throw stillReferenced(kind, id, holders)
    }
  }
}

function holdersOf(store: Store, changes: ReadonlyMap<string, Change>, id: string): string[] {
  const holders: string[] = []
  for (const document of store.referring(id)) {
    const change = changes.get(document._id)
    const current = change ? change.after : document
    if (current && strongReferences(current).has(id)) holders.push(current._id)
  }
  return holders
}

function missingTarget(kind: 'mutationError' | 'actionError', id: string, target: string): LakeError {
  const description = `Document "${id}" references non-existent document "${target}"`
  return transactionError(
    kind,
    409,
    {type: 'documentReferenceDoesNotExistError', description, id, referenceID: target},
    0,
  )
}

function stillReferenced(kind: 'mutationError' | 'actionError', id: string, holders: string[]): LakeError {
  const description = `Document "${id}" cannot be deleted as there are references to it from "${holders[0]}"`
  return transactionError(
    kind,
    409,
    {type: 'documentHasExistingReferencesError', description, id, referencingIDs: holders},
    0,
  )
}
