import type {StoredDocument} from './lake-document.ts'

/** Documents by what one of their own fields says. */
export type TextIndex = {
  find: (name: string, text: string) => Iterable<string>
  add: (document: StoredDocument) => void
  forget: (document: StoredDocument) => void
  clear: () => void
}

/** Makes an index that knows a field from the first time on that it is asked for: most never are. */
export function createTextIndex(all: () => Iterable<StoredDocument>): TextIndex {
  const fields = new Map<string, Map<string, Set<string>>>()

  function enter(index: Map<string, Set<string>>, name: string, document: StoredDocument): void {
    const text = document[name]
    if (typeof text !== 'string') return
    const ids = index.get(text)
    if (ids) ids.add(document._id)
    else index.set(text, new Set([document._id]))
  }

  return {
    find(name, text) {
      let index = fields.get(name)
      if (!index) {
        index = new Map()
        for (const document of all()) enter(index, name, document)
        fields.set(name, index)
      }
      return index.get(text) ?? []
    },
    add(document) {
      for (const [name, index] of fields) enter(index, name, document)
    },
    forget(document) {
      for (const [name, index] of fields) {
        const text = document[name]
        if (typeof text === 'string') index.get(text)?.delete(document._id)
      }
    },
    clear: () => fields.clear(),
  }
}
