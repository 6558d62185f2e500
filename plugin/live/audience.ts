/** Nobody looks any more; a screen that comes back soon finds everything as it was. */
const KEEP_MS = 60_000
/** The same where somebody glanced only: a document that is opened again within it costs Stripe nothing. */
const KEEP_GLANCE_MS = 30 * 60_000

/** Who looks at facts, and who of them does more than glance. */
export function createAudience() {
  const listeners = new Set<() => void>()
  const watchers = new Set<() => void>()
  let wasGlanced = false
  let hasMissed = false
  return {
    isThere: () => listeners.size > 0,
    isWatching: () => watchers.size > 0,
    /** How long it is worth keeping what nobody looks at any more. */
    keepMs: () => (wasGlanced ? KEEP_GLANCE_MS : KEEP_MS),
    /** Something was paid that nobody read, because somebody glanced only. */
    miss() {
      hasMissed = true
    },
    /** Whether something was missed since this was asked last. */
    takeMissed() {
      const before = hasMissed
      hasMissed = false
      return before
    },
    tell() {
      for (const listener of listeners) listener()
    },
    add(listener: () => void, {isGlance}: {isGlance: boolean}) {
      listeners.add(listener)
      if (isGlance) wasGlanced = true
      else watchers.add(listener)
    },
    remove(listener: () => void) {
      listeners.delete(listener)
      watchers.delete(listener)
    },
  }
}
