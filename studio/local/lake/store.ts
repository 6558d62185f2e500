import {publishedId} from './document-id.ts'
import {type LakeDocument, storedDocument, type StoredDocument} from './lake-document.ts'
import {referencesIn} from './references.ts'
import {createTextIndex} from './text-index.ts'

/** What one transaction did to one document. */
export type Change = {
  id: string
  before: StoredDocument | null
  after: StoredDocument | null
  /** As the API tells listeners: by id, never by query. */
  mutations: Record<string, unknown>[]
}

export type Commit = {transactionId: string; timestamp: string; author: string; changes: Change[]}

export type Store = {
  get: (id: string) => StoredDocument | undefined
  all: () => readonly StoredDocument[]
  ofType: (type: string) => Iterable<StoredDocument>
  /** Documents that hold a reference, weak or strong, to this id. */
  referring: (id: string) => Iterable<StoredDocument>
  /** Documents whose own field of this name holds exactly this text. */
  withText: (name: string, text: string) => Iterable<StoredDocument>
  /** Documents that have a field of this name. */
  having: (name: string) => Iterable<StoredDocument>
  /** The published document of this id, its draft and its versions. */
  versionsOf: (id: string) => Iterable<StoredDocument>
  commit: (commit: Commit) => void
  /** Oldest first, since the last reset. */
  commits: () => readonly Commit[]
  /** The document as the seed had it. */
  seeded: (id: string) => StoredDocument | undefined
  subscribe: (listener: (commit: Commit) => void) => () => void
  reset: (documents: readonly LakeDocument[]) => void
}

/** The dataset: documents with indexes by id, type and reference, and the log of what happened to them. */
export function createStore(now: () => Date): Store {
  const documents = new Map<string, StoredDocument>()
  const types = new Map<string, Map<string, StoredDocument>>()
  const referrers = new Map<string, Set<string>>()
  const versions = new Map<string, Set<string>>()
  const texts = createTextIndex(() => documents.values())
  const listeners = new Set<(commit: Commit) => void>()
  let seed = new Map<string, StoredDocument>()
  let log: Commit[] = []
  let all: StoredDocument[] | undefined

  /** What the indexes hold of a document as it is now. */
  function forget(id: string): void {
    const document = documents.get(id)
    for (const reference of referencesIn(document)) referrers.get(reference.id)?.delete(id)
    if (document) texts.forget(document)
  }

  function remove(id: string): void {
    forget(id)
    const document = documents.get(id)
    if (document) types.get(document._type)?.delete(id)
    documents.delete(id)
    versions.get(publishedId(id))?.delete(id)
  }

  /** A document that changes keeps its place, so that unordered answers don't jump about. */
  function put(document: StoredDocument): void {
    forget(document._id)
    if (documents.get(document._id)?._type !== document._type) remove(document._id)
    documents.set(document._id, document)
    addTo(versions, publishedId(document._id), document._id)
    const ofType = types.get(document._type) ?? new Map<string, StoredDocument>()
    types.set(document._type, ofType.set(document._id, document))
    for (const reference of referencesIn(document)) addTo(referrers, reference.id, document._id)
    texts.add(document)
  }

  function* present(ids: Iterable<string> = []): Generator<StoredDocument> {
    for (const id of ids) {
      const document = documents.get(id)
      if (document) yield document
    }
  }

  return {
    get: (id) => documents.get(id),
    all: () => (all ??= [...documents.values()]),
    ofType: (type) => types.get(type)?.values() ?? [],
    referring: (id) => present(referrers.get(id)),
    withText: (name, text) => present(texts.find(name, text)),
    having: (name) => present(texts.having(name)),
    versionsOf: (id) => present(versions.get(id)),
    commit(commit) {
      all = undefined
      for (const {id, after} of commit.changes) {
        if (after) put(after)
        else remove(id)
      }
      log.push(commit)
      for (const listener of listeners) listener(commit)
    },
    commits: () => log,
    seeded: (id) => seed.get(id),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reset(seeds) {
      for (const each of [documents, types, referrers, versions, texts]) each.clear()
      log = []
      all = undefined
      const timestamp = now().toISOString()
      for (const [index, document] of seeds.entries()) {
        put(storedDocument(document, {rev: `seed-${index}`, timestamp}))
      }
      seed = new Map(documents)
    },
  }
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}
