import {isVersionId, publishedId} from './document-id.ts'
import type {StoredDocument} from './lake-document.ts'
import type {Store} from './store.ts'

/** What a query may see: the dataset through a perspective and a person's grants. */
export type View = {
  get: (id: string) => StoredDocument | undefined
  all: () => readonly StoredDocument[]
  ofType: (type: string) => Iterable<StoredDocument>
  referring: (id: string) => Iterable<StoredDocument>
  withText: (name: string, text: string) => Iterable<StoredDocument>
  having: (name: string) => Iterable<StoredDocument>
  versionsOf: (id: string) => Iterable<StoredDocument>
}

/** `raw`, `published`, or what lies on top first: `['drafts']`, `['rSummer', 'drafts']`. */
export type Perspective = 'raw' | 'published' | readonly string[]

/** The dataset as this perspective shows it, before grants. */
export function viewOf(store: Store, perspective: Perspective): View {
  if (perspective === 'raw') return store
  if (perspective === 'published') return filteredView(store, (document) => !isVersionId(document._id))
  return layeredView(store, perspective)
}

/** Only documents that pass. */
export function filteredView(view: View, passes: (document: StoredDocument) => boolean): View {
  return {
    get(id) {
      const document = view.get(id)
      return document && passes(document) ? document : undefined
    },
    all: () => view.all().filter(passes),
    ofType: (type) => Iterator.from(view.ofType(type)).filter(passes),
    referring: (id) => Iterator.from(view.referring(id)).filter(passes),
    withText: (name, text) => Iterator.from(view.withText(name, text)).filter(passes),
    having: (name) => Iterator.from(view.having(name)).filter(passes),
    versionsOf: (id) => Iterator.from(view.versionsOf(id)).filter(passes),
  }
}

/** A view over a few documents: one that a transaction has staged, or one that a listener is asked about. */
export function listView(documents: readonly StoredDocument[]): View {
  return {
    get: (id) => documents.find((document) => document._id === id),
    all: () => documents,
    ofType: (type) => documents.filter((document) => document._type === type),
    referring: () => documents,
    withText: () => documents,
    having: () => documents,
    versionsOf: () => documents,
  }
}

function layeredView(store: Store, layers: readonly string[]): View {
  const prefixes = layers
    .filter((layer) => layer !== 'published')
    .map((layer) => (layer === 'drafts' ? 'drafts.' : `versions.${layer}.`))

  function get(id: string): StoredDocument | undefined {
    const published = publishedId(id)
    for (const prefix of [...prefixes, '']) {
      const document = store.get(`${prefix}${published}`)
      if (document) return onTop(document)
    }
    return undefined
  }

  function* winners(documents: Iterable<StoredDocument>): Generator<StoredDocument> {
    const seen = new Set<string>()
    for (const {_id} of documents) {
      const id = publishedId(_id)
      if (seen.has(id)) continue
      seen.add(id)
      const winner = get(id)
      if (winner) yield winner
    }
  }

  return {
    get,
    all: () => [...winners(store.all())],
    ofType: (type) => winners(store.ofType(type)),
    referring: (id) => winners(store.referring(id)),
    withText: (name, text) => winners(store.withText(name, text)),
    having: (name) => winners(store.having(name)),
    versionsOf: (id) => winners(store.versionsOf(id)),
  }
}

const shown = new WeakMap<StoredDocument, StoredDocument>()

/** A version under the id of what it is a version of; made once a revision, since searches remember its words. */
function onTop(document: StoredDocument): StoredDocument {
  const known = shown.get(document)
  if (known) return known
  const made = {...document, _id: publishedId(document._id), _originalId: document._id}
  shown.set(document, made)
  return made
}
