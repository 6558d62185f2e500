import type {HealthAnswer, HealthCheck, NoticesAnswer} from '../core/contract/health.ts'
import {MINUTE} from '../core/contract/instant.ts'

/** What is known of how an installation fares, for whoever does not look at Health. */
export type HealthBook = {
  subscribe: (listener: () => void) => () => void
  /** How many findings need mending, as far as anybody has looked; null while nobody has. */
  getSnapshot: () => number | null
  /** Examines everything, which asks Stripe. */
  examine: () => Promise<HealthAnswer>
}

export type HealthBookOptions = {
  examine: () => Promise<HealthAnswer>
  /** What is known without asking Stripe. */
  notice: () => Promise<NoticesAnswer>
  /** Tells when somebody comes back to the page. Returns what ends it. */
  onWake: (wake: () => void) => () => void
  now: () => number
}

const EVERY = 10 * MINUTE

/** Keeps the newest word on each check: of Stripe's from the last examination, of the lake's from every few minutes. */
export function createHealthBook({examine, notice, onWake, now}: HealthBookOptions): HealthBook {
  const listeners = new Set<() => void>()
  let checks: ReadonlyMap<string, HealthCheck> = new Map()
  let count: number | null = null
  let askedAt = -Infinity
  let end: (() => void) | null = null

  const learn = (news: readonly HealthCheck[]) => {
    checks = new Map([...checks, ...news.map((check) => [check.id, check] as const)])
    count = [...checks.values()].filter(({state}) => state === 'failing').length
    for (const listener of listeners) listener()
  }

  const look = async () => {
    if (now() - askedAt < EVERY) return
    askedAt = now()
    try {
      learn((await notice()).checks)
    } catch {
      // Whatever keeps the function from answering is said by every screen that asks it.
      askedAt = -Infinity
    }
  }

  const start = () => {
    void look()
    const endWaking = onWake(() => void look())
    const timer = setInterval(() => void look(), EVERY)
    return () => {
      endWaking()
      clearInterval(timer)
    }
  }

  return {
    getSnapshot: () => count,
    subscribe(listener) {
      listeners.add(listener)
      end ??= start()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        end?.()
        end = null
      }
    },
    async examine() {
      const answer = await examine()
      askedAt = now()
      learn(answer.checks)
      return answer
    },
  }
}
