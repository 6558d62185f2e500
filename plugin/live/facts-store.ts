import type {Facts} from '../core/contract/facts.ts'
import type {Receipt} from '../core/contract/repair.ts'
import {createFactsReader, type ReadFactsFrom, type ReadPayments} from './facts-reader.ts'
import {LOADING, reduceFacts, type FactsAction, type FactsState, type JudgeSchool} from './facts-state.ts'
import {createLakeFollower} from './lake-follower.ts'
import type {Lake} from './lake.ts'
import {withReceipt, type DocumentParts} from './revise-facts.ts'
import {withPayments} from './with-payments.ts'

export type FactsStoreOptions = {
  read: ReadFactsFrom
  readPayments?: ReadPayments | undefined
  judge: JudgeSchool
  lake: Lake
  /** One document in our words, as seen from the school that the facts are of. */
  parse: (document: unknown, facts: Facts) => DocumentParts
  /** Milliseconds since 1970. */
  now: () => number
  /** Tells when somebody comes back to the page. Returns what ends it. */
  onWake: (wake: () => void) => () => void
}

export type FactsStore = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => FactsState
  /** Reads again; what is shown stays until then. */
  refresh: () => void
  apply: (receipt: Receipt) => void
}

/** Stripe budgets reads by the month, so the page reads by itself only so often. */
const READ_EVERY_MS = 5 * 60_000
const WAKE_AFTER_MS = 60_000
/** Nobody looks any more; a screen that comes back soon finds everything as it was. */
const CLOSE_AFTER_MS = 60_000
/** Without a listener the facts are still worth showing. */
const LISTEN_WITHIN_MS = 4_000
/** Some verdicts change with nothing but time: a payment is in transit for ten minutes. */
const JUDGE_EVERY_MS = 60_000

/** Facts that keep themselves true: read once, then revised by every change in the lake and every receipt. */
export function createFactsStore(options: FactsStoreOptions): FactsStore {
  const {read, readPayments, judge, lake, parse, now, onWake} = options
  const listeners = new Set<() => void>()
  let state = LOADING
  let stop: (() => void) | null = null
  let closing: ReturnType<typeof setTimeout> | undefined

  const dispatch = (action: FactsAction) => {
    const next = reduceFacts(state, action, judge)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const facts = () => (state.state === 'ready' ? state.facts : null)
  const reader = createFactsReader({
    read,
    readPayments,
    dispatch,
    now,
    onRead: () => follower.catchUp(),
    onPayments(answers) {
      const held = facts()
      if (held !== null) dispatch({type: 'revised', facts: answers.reduce(withPayments, held)})
    },
  })
  const {isReading, readSoon} = reader
  const follower = createLakeFollower({lake, parse, facts, isReading, dispatch, readSoon})

  const start = () => {
    const endListening = lake.listen((event) => {
      if (event.kind === 'change') follower.hear(event)
      // Nobody knows what happened before the listening began: read, now that nothing more can be missed.
      else if (event.kind === 'open') {
        follower.forget()
        reader.readNow()
      }
    })
    const endWaking = onWake(() => reader.readUnless(WAKE_AFTER_MS))
    const timers = [
      setTimeout(() => reader.readUnless(LISTEN_WITHIN_MS), LISTEN_WITHIN_MS),
      setInterval(() => reader.readUnless(READ_EVERY_MS / 2), READ_EVERY_MS),
      setInterval(() => dispatch({type: 'aged'}), JUDGE_EVERY_MS),
    ]
    return () => {
      endListening()
      endWaking()
      for (const timer of timers) clearTimeout(timer)
      reader.stop()
      follower.forget()
    }
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      clearTimeout(closing)
      listeners.add(listener)
      stop ??= start()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        closing = setTimeout(() => {
          stop?.()
          stop = null
        }, CLOSE_AFTER_MS)
      }
    },
    refresh: reader.readNow,
    apply(receipt) {
      const held = facts()
      if (held) dispatch({type: 'revised', facts: withReceipt(held, receipt)})
    },
  }
}
