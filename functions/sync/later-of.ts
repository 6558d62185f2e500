import type {Instant} from '../../plugin/core/contract/instant.ts'

/** The latest of some moments, as far as there are any. */
export function laterOf(first: Instant | null, ...others: (Instant | null)[]): Instant | null {
  return others.reduce(
    (latest, at) => (latest === null || at === null ? (latest ?? at) : Math.max(latest, at)),
    first,
  )
}
