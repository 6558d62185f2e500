import type {Facts} from '../core/contract/facts.ts'
import type {Receipt} from '../core/contract/repair.ts'
import {createAudience} from './audience.ts'
import {createFactsReader, type ReadFactsFrom, type ReadPayments} from './facts-reader.ts'
import {LOADING, reduceFacts, type FactsAction, type FactsState, type JudgeSchool} from './facts-state.ts'
import {createLakeFollower} from './lake-follower.ts'
import type {Lake} from './lake.ts'
import type {Change} from './replay.ts'
import {createLifespan} from './lifespan.ts'
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
  /**
   * `isGlance`: one reading is enough. It is kept true by what the lake tells, and Stripe is not asked again by itself.
   */
  subscribe: (listener: () => void, options?: {isGlance?: boolean}) => () => void
  getSnapshot: () => FactsState
  /** Reads again; what is shown stays until then. */
  refresh: () => void
  apply: (receipt: Receipt) => void
}

/** Stripe budgets reads by the month, so the page reads by itself only so often. */
const READ_EVERY_MS = 5 * 60_000
const WAKE_AFTER_MS = 60_000
/** Without a listener the facts are still worth showing; one that comes after that has them read once more. */
const LISTEN_WITHIN_MS = 4_000
/** Some verdicts change with nothing but time: a payment is in transit for ten minutes. */
const JUDGE_EVERY_MS = 60_000

/** Facts that keep themselves true: read once, then revised by every change in the lake and every receipt. */
export function createFactsStore(options: FactsStoreOptions): FactsStore {
  const {read, readPayments, judge, lake, parse, now, onWake} = options
  const audience = createAudience()
  let state = LOADING

  const dispatch = (action: FactsAction) => {
    const next = reduceFacts(state, action, judge)
    if (next === state) return
    state = next
    audience.tell()
  }
  const facts = () => (state.state === 'ready' ? state.facts : null)
  const revise = (by: (held: Facts) => Facts) => {
    const held = facts()
    if (held !== null) dispatch({type: 'revised', facts: by(held)})
  }
  const reader = createFactsReader({
    read,
    readPayments,
    dispatch,
    now,
    onRead: () => follower.catchUp(),
    onPayments: (answers) => revise((held) => answers.reduce(withPayments, held)),
  })
  const follower = createLakeFollower({
    lake,
    parse,
    facts,
    isReading: reader.isReading,
    dispatch,
    // What nobody looks at is read when somebody does.
    readSoon: (payment) => (audience.isThere() ? reader.readSoon(payment) : lifespan.close()),
    hearOfPayments: (payment) => (audience.isWatching() ? reader.readSoon(payment) : audience.miss()),
  })

  const lifespan = createLifespan(() => {
    const endListening = listenPatiently(lake, {
      onChange: (change) => follower.hear(change),
      // Nobody knows what happened before the listening began: read, now that nothing more can be missed.
      onOpen() {
        follower.forget()
        if (audience.isThere()) reader.readNow()
        else lifespan.close()
      },
      onLate: () => reader.readUnless(LISTEN_WITHIN_MS),
    })
    const endKeeping = keepInTime({
      onWake,
      readUnless: (within) => reader.readUnless(within),
      isWatching: () => audience.isWatching(),
      judgeAgain: () => dispatch({type: 'aged'}),
    })
    return () => {
      endListening()
      endKeeping()
      reader.stop()
      follower.forget()
    }
  })
  /** Whoever watches wants it as it is now; what was glanced at may be half an hour old. */
  const catchUp = () => {
    const isKept = lifespan.isOpen() && state.state === 'ready'
    if (isKept) reader.readUnless(audience.takeMissed() ? 0 : WAKE_AFTER_MS)
  }

  return {
    getSnapshot: () => state,
    subscribe(listener, {isGlance = false} = {}) {
      if (!isGlance && !audience.isWatching()) catchUp()
      audience.add(listener, {isGlance})
      lifespan.open()
      return () => {
        audience.remove(listener)
        if (!audience.isThere()) lifespan.closeIn(audience.keepMs())
      }
    },
    refresh: reader.readNow,
    apply: (receipt) => revise((held) => withReceipt(held, receipt)),
  }
}

type Ears = {onChange: (change: Change) => void; onOpen: () => void; onLate: () => void}

/** Listens, and tells where the listening that was asked for does not begin. Returns what ends it. */
function listenPatiently(lake: Lake, {onChange, onOpen, onLate}: Ears): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const end = lake.listen((event) => {
    if (event.kind === 'change') onChange(event)
    if (event.kind === 'asked' || event.kind === 'open') clearTimeout(waiting)
    if (event.kind === 'asked') waiting = setTimeout(onLate, LISTEN_WITHIN_MS)
    if (event.kind === 'open') onOpen()
  })
  return () => {
    end()
    clearTimeout(waiting)
  }
}

type InTime = Pick<FactsStoreOptions, 'onWake'> & {
  readUnless: (within: number) => void
  isWatching: () => boolean
  judgeAgain: () => void
}

/** What no change in the lake tells of is read every few minutes, and when somebody comes back. Returns what ends it. */
function keepInTime({onWake, readUnless, isWatching, judgeAgain}: InTime): () => void {
  const readIfWatched = (within: number) => {
    if (isWatching()) readUnless(within)
  }
  const endWaking = onWake(() => readIfWatched(WAKE_AFTER_MS))
  const timers = [
    setInterval(() => readIfWatched(READ_EVERY_MS / 2), READ_EVERY_MS),
    setInterval(judgeAgain, JUDGE_EVERY_MS),
  ]
  return () => {
    endWaking()
    for (const timer of timers) clearTimeout(timer)
  }
}
