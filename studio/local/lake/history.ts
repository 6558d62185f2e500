import {isVersionId, publishedId} from './document-id.ts'
import type {StoredDocument} from './lake-document.ts'
import {effectsOf} from './listeners.ts'
import type {Change, Commit, Store} from './store.ts'

/**
 * The commits that touched these documents, oldest first. A document of the seed begins with a commit of its
 * own: the Studio takes an empty history for one that was deleted by the retention policy.
 */
export function historyOf(store: Store, ids: readonly string[], seedAuthor: string): Commit[] {
  const wanted = new Set(ids)
  const seeds = ids.flatMap((id): Commit[] => {
    const document = store.seeded(id)
    if (!document) return []
    return [
      {
        transactionId: document._rev,
        timestamp: document._createdAt,
        author: seedAuthor,
        changes: [{id, before: null, after: document, mutations: [{create: document}]}],
      },
    ]
  })
  const later = store.commits().flatMap((commit): Commit[] => {
    const changes = commit.changes.filter((change) => wanted.has(change.id))
    return changes.length > 0 ? [{...commit, changes}] : []
  })
  return [...seeds.sort((a, b) => a.timestamp.localeCompare(b.timestamp)), ...later]
}

type LogOptions = {
  from: string | undefined
  to: string | undefined
  reverse: boolean
  limit: number
  effects: boolean
  mutations: boolean
}

/** `/data/history/…/transactions`: one JSON line each. */
export function transactionLog(commits: readonly Commit[], options: LogOptions): string {
  const first = options.from ? commits.findIndex((commit) => commit.transactionId === options.from) : 0
  const last = options.to ? commits.findIndex((commit) => commit.transactionId === options.to) : -1
  const range = commits.slice(Math.max(first, 0), last < 0 ? undefined : last + 1)
  const ordered = options.reverse ? range.toReversed() : range
  return ordered
    .slice(0, options.limit)
    .map((commit) => `${JSON.stringify(logEntry(commit, options))}\n`)
    .join('')
}

function logEntry(commit: Commit, options: LogOptions): unknown {
  return {
    id: commit.transactionId,
    timestamp: commit.timestamp,
    author: commit.author,
    documentIDs: commit.changes.map((change) => change.id),
    ...(options.mutations ? {mutations: commit.changes.flatMap((change) => change.mutations)} : {}),
    ...(options.effects
      ? {
          effects: Object.fromEntries(
            commit.changes.map(({id, before, after}) => [id, effectsOf(before, after)]),
          ),
        }
      : {}),
  }
}

export type Moment = {revision: string} | {time: string} | 'last'

/** The document as it was at a revision or a time; `undefined` when it wasn't there. */
export function documentAt(
  commits: readonly Commit[],
  id: string,
  moment: Moment,
): StoredDocument | undefined {
  const steps = commits.flatMap((commit) => {
    const change = commit.changes.find((each) => each.id === id)
    return change ? [{commit, change}] : []
  })
  if (moment === 'last') return steps.findLast(({change}) => change.after !== null)?.change.after ?? undefined
  if ('revision' in moment) {
    const step = steps.find(({commit}) => commit.transactionId === moment.revision)
    return step?.change.after ?? undefined
  }
  const until = Date.parse(moment.time)
  return steps.findLast(({commit}) => Date.parse(commit.timestamp) <= until)?.change.after ?? undefined
}

/** `/data/history/…/events/documents/:id`: what happened to one version of a document, newest first. */
export function documentEvents(commits: readonly Commit[], id: string): Record<string, unknown>[] {
  const events = commits.flatMap((commit) => {
    const event = eventOf(commit, id)
    return event ? [event] : []
  })
  return events.toReversed()
}

function eventOf(commit: Commit, id: string): Record<string, unknown> | undefined {
  const change = commit.changes.find((each) => each.id === id)
  const base = {timestamp: commit.timestamp, author: commit.author, documentId: publishedId(id)}
  const other = siblingOf(commit, id)
  const draft = isVersionId(id) ? change : other
  const published = isVersionId(id) ? other : change
  if (published?.after && draft && draft.after === null) {
    return {
      ...base,
      type: 'publishDocumentVersion',
      revisionId: commit.transactionId,
      versionId: draft.id,
      versionRevisionId: draft.before?._rev,
      cause: {type: 'document.publish'},
    }
  }
  if (published && published.after === null && draft?.after) {
    return {...base, type: 'unpublishDocument', versionId: draft.id, versionRevisionId: commit.transactionId}
  }
  if (!change) return undefined
  return versionEvent(commit, change, base)
}

function versionEvent(
  commit: Commit,
  {id, before, after}: Change,
  base: object,
): Record<string, unknown> | undefined {
  const version = isVersionId(id)
  if (!before && after) {
    return version
      ? {...base, type: 'createDocumentVersion', versionId: id, versionRevisionId: commit.transactionId}
      : {...base, type: 'createLiveDocument', revisionId: commit.transactionId}
  }
  if (before && !after) {
    return version
      ? {...base, type: 'deleteDocumentVersion', versionId: id, versionRevisionId: before._rev}
      : {...base, type: 'deleteDocumentGroup'}
  }
  return version ? undefined : {...base, type: 'updateLiveDocument', revisionId: commit.transactionId}
}

function siblingOf(commit: Commit, id: string): Change | undefined {
  const published = publishedId(id)
  return commit.changes.find((change) => change.id !== id && publishedId(change.id) === published)
}
