import type {StoredDocument} from './lake-document.ts'

/** Documents by what one of their own fields says. */
export type TextIndex = {
  find: (name: string, text: string) => Iterable<string>
  /** Documents that have the field at all. */
  having: (name: string) => Iterable<string>
  add: (document: StoredDocument) => void
  forget: (document: StoredDocument) => void
  clear: () => void
}

type Field = {all: Set<string>; byText: Map<string, Set<string>>}

/** Makes an index that knows a field from the first time on that it is asked for: most never are. */
export function createTextIndex(documents: () => Iterable<StoredDocument>): TextIndex {
  const fields = new Map<string, Field>()

  function enter({all, byText}: Field, name: string, document: StoredDocument): void {
    const value = document[name]
    if (value === undefined || value === null) return
    all.add(document._id)
    if (typeof value !== 'string') return
    const ids = byText.get(value)
    if (ids) ids.add(document._id)
    else byText.set(value, new Set([document._id]))
  }

  function fieldOf(name: string): Field {
    const known = fields.get(name)
    if (known) return known
    const field: Field = {all: new Set(), byText: new Map()}
    for (const document of documents()) enter(field, name, document)
    fields.set(name, field)
    return field
  }

  return {
    find: (name, text) => fieldOf(name).byText.get(text) ?? [],
    having: (name) => fieldOf(name).all,
    add(document) {
      for (const [name, field] of fields) enter(field, name, document)
    },
    forget(document) {
      for (const [name, {all, byText}] of fields) {
        all.delete(document._id)
        const value = document[name]
        if (typeof value === 'string') byText.get(value)?.delete(document._id)
      }
    },
    clear: () => fields.clear(),
  }
}
