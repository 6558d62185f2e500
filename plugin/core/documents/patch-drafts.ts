import {isSameJson} from '../contract/is-same-json.ts'
import type {DocumentChange} from '../contract/change.ts'
import {isShape, type Shape} from '../contract/shape.ts'
import {publishedIdOf} from './parse-draft.ts'

/** The same patches for open drafts and versions, and the revision of each; or the field that one has edited itself. */
export type DraftPatches =
  | {changes: DocumentChange[]; revisions: [id: string, revision: string][]}
  | {conflict: {id: string; field: string}}

/**
 * Patches what is being edited along with what is published: else publishing the edit later would take the repair
 * back without anybody noticing. An edit of a field that the repair writes is somebody's own decision: a conflict.
 *
 * @param standing the patched documents as they stand, with their drafts and versions
 */
export function patchDrafts(changes: readonly DocumentChange[], standing: readonly unknown[]): DraftPatches {
  const documents = standing.filter(isShape)
  const alike: DocumentChange[] = []
  const revisions: [string, string][] = []
  for (const change of changes) {
    if (!('patch' in change)) continue
    const {id, set, unset} = change.patch
    const published = documents.find((document) => document['_id'] === id) ?? {}
    for (const draft of documents.filter((document) => isDraftOf(document, id))) {
      const field = [...Object.keys(set), ...unset].find((name) => !isSameJson(draft[name], published[name]))
      if (field !== undefined) return {conflict: {id, field}}
      alike.push({patch: {id: String(draft['_id']), set, unset}})
      revisions.push([String(draft['_id']), String(draft['_rev'])])
    }
  }
  return {changes: alike, revisions}
}

function isDraftOf(document: Shape, id: string): boolean {
  return typeof document['_id'] === 'string' && publishedIdOf(document['_id']) === id
}
