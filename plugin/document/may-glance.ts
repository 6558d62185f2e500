import type {Instant} from '../core/contract/instant.ts'

const KEPT_MS = 30 * 60_000
/** Whoever leafs through more than this in half an hour would spend Stripe's patience on badges. */
const MOST = 40

/**
 * Whether a document may be looked into without anybody having asked. One that was, is kept, and costs nothing.
 *
 * @example const mayGlance = createMayGlance(); if (mayGlance('user-ada', Date.now())) …
 */
export function createMayGlance(): (id: string, now: Instant) => boolean {
  const seen = new Map<string, Instant>()
  return (id, now) => {
    for (const [known, at] of seen) if (now - at > KEPT_MS) seen.delete(known)
    if (seen.has(id)) return true
    if (seen.size >= MOST) return false
    seen.set(id, now)
    return true
  }
}
