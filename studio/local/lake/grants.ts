import {isPrivateId} from './document-id.ts'
import type {StoredDocument} from './lake-document.ts'
import {evaluate, parseQuery} from './query.ts'

export type Permission = 'read' | 'create' | 'update' | 'history' | 'editHistory' | 'manage'

/** As the API lists it: these permissions, for the documents that the filter finds. */
export type Grant = {filter: string; permissions: Permission[]}

/** May this person do it to this document? */
export type Allows = (permission: Permission, document: StoredDocument) => boolean

const everyDocument = '_id in path("**")'
const publicDocuments = '_id in path("*")'

/** The grants of the roles that a project has by itself. */
export function grantsOfRole(
  role: 'administrator' | 'editor' | 'viewer' | null,
  publicDataset: boolean,
): Grant[] {
  switch (role) {
    case 'administrator':
      return [
        {
          filter: everyDocument,
          permissions: ['read', 'create', 'update', 'history', 'editHistory', 'manage'],
        },
      ]
    case 'editor':
      return [{filter: everyDocument, permissions: ['read', 'create', 'update', 'history', 'editHistory']}]
    case 'viewer':
      return [{filter: everyDocument, permissions: ['read', 'history']}]
    case null:
    default:
      return publicDataset ? [{filter: publicDocuments, permissions: ['read']}] : []
  }
}

/** Turns grants into the question they answer; the two filters that everybody has need no evaluation. */
export function allowsBy(grants: readonly Grant[], identity: string, now: () => Date): Allows {
  const rules = grants.map(({filter, permissions}) => ({
    permissions: new Set(permissions),
    passes: predicate(filter, identity, now),
  }))
  return (permission, document) =>
    rules.some((rule) => rule.permissions.has(permission) && rule.passes(document))
}

function predicate(filter: string, identity: string, now: () => Date): (document: StoredDocument) => boolean {
  if (filter === everyDocument) return () => true
  if (filter === publicDocuments) return (document) => !isPrivateId(document._id)
  const tree = parseQuery(`count(*[${filter}]) > 0`, {})
  return (document) => evaluate(tree, {dataset: [document], params: {}, timestamp: now(), identity}) === true
}
