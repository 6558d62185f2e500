import type {Named} from '../ports.ts'

// One request's share of ids: bodies stay well below what the lake accepts, and few requests run side by side.
const AT_ONCE = 2_000

const KINDS = ['people', 'emails', 'passes', 'entitlements', 'references'] as const satisfies (keyof Named)[]

/** What is still to be looked up: each id once, however often it is named. */
export function createAgenda() {
  const asked = new Map(KINDS.map((kind) => [kind, new Set<string>()]))
  const waiting = new Map(KINDS.map((kind) => [kind, new Set<string>()]))

  const take = (kind: keyof Named, most: number): string[] => {
    const list = [...(waiting.get(kind) ?? [])].slice(0, most)
    for (const id of list) {
      waiting.get(kind)?.delete(id)
      asked.get(kind)?.add(id)
    }
    return list
  }
  const takeShare = (most: number): Named => ({
    people: take('people', most),
    emails: take('emails', most),
    passes: take('passes', most),
    entitlements: take('entitlements', most),
    references: take('references', most),
  })
  const isEmpty = (): boolean => [...waiting.values()].every((ids) => ids.size === 0)

  return {
    want(named: Partial<Named>): void {
      for (const kind of KINDS) {
        for (const id of named[kind] ?? []) {
          if (id !== '' && asked.get(kind)?.has(id) === false) waiting.get(kind)?.add(id)
        }
      }
    },
    /** What is at hand need not be looked up. */
    know(kind: keyof Named, ids: readonly string[]): void {
      for (const id of ids) {
        asked.get(kind)?.add(id)
        waiting.get(kind)?.delete(id)
      }
    },
    /** What is looked up by its own id; people wait, since whom they lead to is followed up. */
    takeDirect: () => ({
      passes: take('passes', Infinity),
      entitlements: take('entitlements', Infinity),
      references: take('references', Infinity),
    }),
    /** Shares of a size that one request carries; none when there is nothing to look up. */
    takeChunks(): Named[] {
      const chunks: Named[] = []
      while (!isEmpty()) chunks.push(takeShare(AT_ONCE))
      return chunks
    },
  }
}
