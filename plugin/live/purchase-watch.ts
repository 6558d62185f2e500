import {z} from 'zod/mini'
import type {Fault} from '../core/contract/fault.ts'
import {MINUTE, SECOND} from '../core/contract/instant.ts'
import {purchaseAnswer, type PurchaseAnswer} from '../core/contract/purchase.ts'
import {asFault} from './as-fault.ts'

/** A purchase that somebody watches, or watched. */
export type PurchaseWatchState = {
  /** Only this pass counts; null: any. */
  pass: string | null
  /** Null until the function has first answered. */
  answer: PurchaseAnswer | null
  /** The last question went wrong; while it watches it asks again. */
  fault: Fault | null
  isWatching: boolean
}

export type PurchaseWatch = {
  subscribe: (listener: () => void) => () => void
  /** Null: nobody watches. */
  getSnapshot: () => PurchaseWatchState | null
  start: (pass: string | null) => void
  /** Ends the watching and forgets what was seen. */
  clear: () => void
}

export type PurchaseWatchOptions = {
  read: (question: {since: number | null; pass: string | null}) => Promise<PurchaseAnswer>
  /** Text that outlives a page that is loaded anew. */
  kept: {get: () => string | null; set: (text: string | null) => void}
  /** Tells when somebody comes back to the page. Returns what ends it. */
  onWake: (wake: () => void) => () => void
}

const keptWatch = z.object({pass: z.nullable(z.string()), answer: purchaseAnswer})

/** As long as somebody needs to find the shop, choose and pay. */
const WATCHED_FOR = 20 * MINUTE
/** Until then it is asked often; whoever takes longer has time. */
const AT_FIRST = 2 * MINUTE
const OFTEN = 2 * SECOND
const SELDOM = 6 * SECOND

/**
 * Watches for one purchase and follows it to its end, whichever screen is open meanwhile. Each question costs two calls
 * to Stripe at most, so it ends by itself.
 */
export function createPurchaseWatch({read, kept, onWake}: PurchaseWatchOptions): PurchaseWatch {
  const listeners = new Set<() => void>()
  let state: PurchaseWatchState | null = recall(kept.get())
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let endWaking: (() => void) | null = null

  const set = (next: PurchaseWatchState | null) => {
    state = next
    kept.set(next?.answer ? JSON.stringify({pass: next.pass, answer: next.answer}) : null)
    for (const listener of listeners) listener()
  }

  const stop = () => {
    turn += 1
    clearTimeout(timer)
    endWaking?.()
    endWaking = null
  }

  const ask = async () => {
    if (state === null || !state.isWatching) return
    clearTimeout(timer)
    turn += 1
    const mine = turn
    const next = await question(state)
    if (turn !== mine) return
    set(next)
    if (!next.isWatching) stop()
    else timer = setTimeout(() => void ask(), pauseAfter(next))
  }

  const question = async ({pass, answer: before}: PurchaseWatchState): Promise<PurchaseWatchState> => {
    try {
      const answer = await read({since: before?.since ?? null, pass})
      return {pass, answer, fault: null, isWatching: !isOver(answer)}
    } catch (error) {
      // The first question that fails ends it: nothing has been promised yet.
      return {pass, answer: before, fault: asFault(error), isWatching: before !== null}
    }
  }

  const watch = () => {
    endWaking ??= onWake(() => void ask())
    void ask()
  }
  if (state !== null && state.isWatching) watch()

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start(pass) {
      stop()
      set({pass, answer: null, fault: null, isWatching: true})
      watch()
    },
    clear() {
      stop()
      set(null)
    },
  }
}

/** Whether nothing more is to be expected: the student sees the pass, or it has been long enough. */
function isOver({steps, since, asOf}: PurchaseAnswer): boolean {
  const isSeen = steps.some(({step, state}) => step === 'seen' && state === 'done')
  const isUnsettled = steps.some(({state}) => state === 'waiting')
  return (isSeen && !isUnsettled) || asOf - since > WATCHED_FOR
}

function pauseAfter({answer}: PurchaseWatchState): number {
  return answer !== null && answer.asOf - answer.since > AT_FIRST ? SELDOM : OFTEN
}

/** What was seen before the page was loaded anew; what cannot be read was not seen. */
function recall(text: string | null): PurchaseWatchState | null {
  try {
    const {pass, answer} = keptWatch.parse(JSON.parse(text ?? ''))
    return {pass, answer, fault: null, isWatching: !isOver(answer)}
  } catch {
    return null
  }
}
