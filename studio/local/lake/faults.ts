import type {ServerResponse} from 'node:http'

/** Which requests: those whose path (without the API version) holds the text or fits the pattern. */
export type FaultMatch = {
  path?: string | RegExp
  method?: string
  tag?: string
  /** How many that fit are let pass before it begins; none unless told. */
  skip?: number
}

export type Failure = FaultMatch & {
  /** The status to answer with; `0` cuts the connection instead. */
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** How many requests; 1 unless told. */
  times?: number
  /** `after`: the request takes effect, and the caller never hears of it. `before` unless told. */
  when?: 'before' | 'after'
}

type Delay = FaultMatch & {milliseconds: number; times?: number}

/** Faults on demand: what the network, the lake and its accounts may do to a caller. */
export type Faults = {
  fail: (failure: Failure) => void
  delay: (delay: Delay) => void
  /** From now on this person's tokens are refused, until they sign in again or are restored. */
  revoke: (personId: string) => void
  restore: (personId: string) => void
  /** Ends every open listener, as a restart of a proxy does. */
  cutListeners: () => void
  clear: () => void
}

export type FaultPlan = {
  fail: (failure: Failure) => void
  delay: (delay: Delay) => void
  takeFailure: (request: Asked) => Failure | undefined
  takeDelay: (request: Asked) => number
  clear: () => void
}

type Countdown = {toSkip: number; left: number}

function countdown({skip = 0, times = 1}: {skip?: number; times?: number}): Countdown {
  return {toSkip: skip, left: times}
}

type Asked = {method: string; path: string; tag: string | undefined}

export function createFaultPlan(): FaultPlan {
  const failures: (Failure & Countdown)[] = []
  const delays: (Delay & Countdown)[] = []

  function take<Plan extends FaultMatch & Countdown>(plans: Plan[], asked: Asked): Plan | undefined {
    const fitting = plans.filter((each) => each.left > 0 && matches(each, asked))
    const plan = fitting.find(({toSkip}) => toSkip === 0)
    for (const each of fitting) if (each.toSkip > 0) each.toSkip -= 1
    if (plan) plan.left -= 1
    return plan
  }

  return {
    fail: (failure) => void failures.push({...failure, ...countdown(failure)}),
    delay: (delay) => void delays.push({...delay, ...countdown(delay)}),
    takeFailure: (asked) => take(failures, asked),
    takeDelay: (asked) => take(delays, asked)?.milliseconds ?? 0,
    clear() {
      failures.length = 0
      delays.length = 0
    },
  }
}

function matches({path, method, tag}: FaultMatch, asked: Asked): boolean {
  if (method !== undefined && method !== asked.method) return false
  if (tag !== undefined && tag !== asked.tag) return false
  if (path === undefined) return true
  return typeof path === 'string' ? asked.path.includes(path) : path.test(asked.path)
}

/** A request that is held up is let go when its caller has left. */
export function wait(milliseconds: number, response: ServerResponse): Promise<void> {
  if (milliseconds <= 0) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
