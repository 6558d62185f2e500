/** Objects of one kind by id, and in the order that Stripe lists them: newest first. */
export interface Collection<T> {
  get(id: string): T | undefined
  put(item: T): void
  /** Newest first; of one second, the one stored last comes first. */
  newestFirst(): readonly T[]
}

export function createCollection<T extends {id: string; created: number}>(): Collection<T> {
  const byId = new Map<string, T>()
  let sorted: T[] | undefined
  return {
    get: (id) => byId.get(id),
    put(item) {
      byId.set(item.id, item)
      sorted = undefined
    },
    newestFirst() {
      // A stable sort of the reversed insertion order keeps the later of one second in front.
      sorted ??= [...byId.values()].toReversed().toSorted((a, b) => b.created - a.created)
      return sorted
    },
  }
}
