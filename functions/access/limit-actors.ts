import {Fault} from '../../plugin/core/contract/fault.ts'
import {SECOND} from '../../plugin/core/contract/instant.ts'

const PER_SECOND = 20
const AT_ONCE = 100
const REMEMBERED_AT_MOST = 1_000

/**
 * Makes the limit on what one person may ask of this instance: far above what hands can do and what repairs in bulk
 * need, far below what a script gone wild would cost the school in Stripe's own limits.
 *
 * @throws Fault `rate_limited`
 */
export function createActorLimit({now}: {now: () => number}): (actor: string) => void {
  const buckets = new Map<string, {left: number; at: number}>()

  return function spend(actor) {
    const at = now()
    const held = buckets.get(actor) ?? {left: AT_ONCE, at}
    const left = Math.min(AT_ONCE, held.left + ((at - held.at) / SECOND) * PER_SECOND) - 1
    buckets.delete(actor)
    buckets.set(actor, {left: Math.max(left, 0), at})
    const oldest = buckets.keys().next()
    if (buckets.size > REMEMBERED_AT_MOST && !oldest.done) buckets.delete(oldest.value)
    if (left < 0) throw new Fault('rate_limited', 'too many requests of one person', {reason: 'actor'})
  }
}
