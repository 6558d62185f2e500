import {Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'

const PER_SECOND = 20
const AT_ONCE = 100
const REMEMBERED_AT_MOST = 1_000

/** What each may ask for. Who asked for nothing after all gets it back. */
export type ActorLimit = {
  /** Throws `rate_limited` when there is nothing left. */
  spend: (actor: string) => void
  giveBack: (actor: string) => void
}

/**
 * Makes the limit on what one person may ask of this instance: far above what hands can do and what repairs in bulk
 * need, far below what a script gone wild would cost the school in Stripe's own limits.
 */
export function createActorLimit({now}: {now: () => number}): ActorLimit {
  const buckets = new Map<string, {left: number; at: number}>()

  /** @returns what is left, below nothing when it was not enough */
  function take(actor: string, count: number): number {
    const at = now()
    const held = buckets.get(actor) ?? {left: AT_ONCE, at}
    const left = Math.min(AT_ONCE, held.left + ((at - held.at) / SECOND) * PER_SECOND - count)
    buckets.delete(actor)
    buckets.set(actor, {left: Math.max(left, 0), at})
    const oldest = buckets.keys().next()
    if (buckets.size > REMEMBERED_AT_MOST && !oldest.done) buckets.delete(oldest.value)
    return left
  }

  return {
    spend(actor) {
      if (take(actor, 1) < 0)
        throw new Fault('rate_limited', 'too many requests of one person', {reason: 'actor'})
    },
    giveBack: (actor) => void take(actor, -1),
  }
}
