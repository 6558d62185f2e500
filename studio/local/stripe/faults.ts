import type {StripeErrorBody} from './stripe-fault.ts'

/** Which requests a fault meets: all that agree with every part that is given. */
interface FaultMatch {
  method?: 'GET' | 'POST'
  /** The whole path, or a pattern. */
  path?: string | RegExp
  account?: string
}

export interface Fault {
  match?: FaultMatch
  /** The answer's status; without one the request is only delayed (or cut, with `hangUp`). */
  status?: number
  code?: string
  type?: StripeErrorBody['type']
  message?: string
  /** How many requests it meets; once unless said. */
  times?: number
  /** How many that agree pass before it begins; none unless said. */
  skip?: number
  /** `after`: the request is carried out first, then answered with the fault, as a lost answer would be. */
  when?: 'before' | 'after'
  delayMs?: number
  /** Cuts the connection without an answer. */
  hangUp?: boolean
  /** Answered as it is instead of Stripe's error: a proxy's page, or JSON that is no Stripe object. */
  rawBody?: string
  headers?: Record<string, string>
}

/**
 * Trouble on demand: latency, refusals, lost answers, limits.
 *
 * @example
 * stripe.faults.next({match: {path: '/v1/checkout/sessions'}, status: 500, times: 2})
 * stripe.faults.latencyMs = 80
 */
export interface Faults {
  /** Milliseconds before every answer. */
  latencyMs: number
  /** Whether Stripe's rate limits hold. */
  rateLimits: boolean
  /** The next matching request meets this. Faults are used in the order in which they were given. */
  next(fault: Fault): void
  clear(): void
  /** The fault that meets this request, if any; it is used up by asking. */
  take(request: {method: string; path: string; account: string | null}): Fault | undefined
}

export function createFaults(start: {latencyMs: number; rateLimits: boolean}): Faults {
  const waiting: {fault: Fault; left: number; toSkip: number}[] = []
  const faults: Faults = {
    ...start,
    next: (fault) => void waiting.push({fault, left: fault.times ?? 1, toSkip: fault.skip ?? 0}),
    clear() {
      waiting.length = 0
      faults.latencyMs = start.latencyMs
      faults.rateLimits = start.rateLimits
    },
    take(request) {
      const agreeing = waiting.filter(({fault}) => agrees(fault.match ?? {}, request))
      const met = agreeing.find(({toSkip}) => toSkip === 0)
      for (const each of agreeing) if (each.toSkip > 0) each.toSkip -= 1
      if (met === undefined) return undefined
      met.left -= 1
      if (met.left <= 0) waiting.splice(waiting.indexOf(met), 1)
      return met.fault
    },
  }
  return faults
}

function agrees(
  {method, path, account}: FaultMatch,
  request: {method: string; path: string; account: string | null},
): boolean {
  if (method !== undefined && method !== request.method) return false
  if (account !== undefined && account !== request.account) return false
  if (path === undefined) return true
  return typeof path === 'string' ? path === request.path : path.test(request.path)
}
