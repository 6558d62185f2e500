import {anyTextIn, requiredTextIn, shapesOf} from '../core/contract/shape.ts'

/** What a document is called. */
export type Named = {name: string | null; email: string | null}

export type NameBook = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => ReadonlyMap<string, Named>
  /** Looks up those that are not known yet. */
  want: (ids: readonly string[]) => void
}

const AT_ONCE = 200

/**
 * Names of documents by id: each is looked up once.
 *
 * @param read answers with `{id, name, email}` of those that there are
 */
export function createNameBook(read: (ids: readonly string[]) => Promise<unknown>): NameBook {
  const listeners = new Set<() => void>()
  const asked = new Set<string>()
  let names: ReadonlyMap<string, Named> = new Map()

  const lookUp = async (ids: readonly string[]) => {
    try {
      const answer = await read(ids)
      names = new Map([...names, ...namesIn(answer)])
      for (const listener of listeners) listener()
    } catch {
      // Without its name a document is called by its id; the next screen asks again.
      for (const id of ids) asked.delete(id)
    }
  }

  return {
    getSnapshot: () => names,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    want(ids) {
      const fresh = [...new Set(ids)].filter((id) => !asked.has(id))
      for (const id of fresh) asked.add(id)
      for (let from = 0; from < fresh.length; from += AT_ONCE) void lookUp(fresh.slice(from, from + AT_ONCE))
    },
  }
}

function namesIn(answer: unknown): [string, Named][] {
  return shapesOf(answer, 'names').map((found) => [
    requiredTextIn(found, 'id'),
    {name: anyTextIn(found, 'name'), email: anyTextIn(found, 'email')},
  ])
}
