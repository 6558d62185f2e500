import type {Facts} from '../core/contract/facts.ts'
import {asFault} from './as-fault.ts'
import type {FactsAction, Progress, ReadFacts} from './facts-state.ts'

export type ReadFactsFrom = (options: {
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}) => Promise<ReadFacts>

/** Reads some payments by their ids, with whoever and whatever they name. */
export type ReadPayments = (payments: readonly string[], signal: AbortSignal) => Promise<Facts[]>

type ReaderOptions = {
  read: ReadFactsFrom
  /** Without it everything is read, whatever payment the news is about. */
  readPayments?: ReadPayments | undefined
  dispatch: (action: FactsAction) => void
  /** Milliseconds since 1970. */
  now: () => number
  onRead: () => void
  /** Some payments were read: their facts, and no more of the school than they name. */
  onPayments: (read: readonly Facts[]) => void
}

/** Events that come in a bunch, such as two log entries a sale, make one reading. */
const SOON_MS = 300
/** No eye counts faster, and each telling costs a slow page as much as drawing it. */
const PROGRESS_EVERY_MS = 100
/** Of more payments than that reading everything takes no more calls. */
const FEW = 10

/** Reads the facts, one reading at a time: a new one ends the one before it. */
export function createFactsReader({read, readPayments, dispatch, now, onRead, onPayments}: ReaderOptions) {
  let reading: AbortController | null = null
  let soon: ReturnType<typeof setTimeout> | undefined
  let readAt: number | null = null
  const wanted = createWanted()
  const readNow = async () => {
    reading?.abort()
    const mine = new AbortController()
    reading = mine
    wanted.forget()
    dispatch({type: 'reading'})
    const onProgress = seldom((progress: Progress) => {
      if (reading === mine) dispatch({type: 'progress', progress})
    })
    try {
      const facts = await read({signal: mine.signal, onProgress})
      if (reading !== mine) return
      reading = null
      readAt = now()
      dispatch({type: 'read', read: facts})
      onRead()
      // What happened while it was being read may have come too late for this reading.
      if (wanted.isAny()) begin()
    } catch (error) {
      if (reading !== mine) return
      reading = null
      dispatch({type: 'failed', fault: asFault(error)})
    }
  }

  const readThose = async (payments: readonly string[], readThem: ReadPayments) => {
    const mine = (reading = new AbortController())
    wanted.forget()
    try {
      const facts = await readThem(payments, mine.signal)
      if (reading !== mine) return
      reading = null
      onPayments(facts)
      onRead()
      if (wanted.isAny()) begin()
    } catch {
      // Denied, or not to be had by itself: reading everything says what is to be said of it.
      if (reading === mine) void readNow()
    }
  }

  const begin = () => {
    const payments = readAt === null ? null : wanted.few()
    if (payments === null || readPayments === undefined) void readNow()
    else void readThose(payments, readPayments)
  }

  /** Reads one payment, or without one everything, when what came in a bunch with it is there. */
  const readSoon = (payment: string | null = null) => {
    wanted.add(payment)
    clearTimeout(soon)
    soon = setTimeout(() => {
      // Where something is sold every few seconds, a reading that each sale began anew would never end.
      if (reading === null && wanted.isAny()) begin()
    }, SOON_MS)
  }

  return {
    readNow: () => void readNow(),
    readSoon,
    /** Reads unless that is being done, or was done within so many milliseconds. */
    readUnless(within: number) {
      if (reading === null && (readAt === null || now() - readAt > within)) void readNow()
    },
    isReading: () => reading !== null,
    stop() {
      clearTimeout(soon)
      reading?.abort()
      reading = null
      readAt = null
      wanted.forget()
    },
  }
}

/** Tells the newest of what comes in a rush. */
function seldom(tell: (progress: Progress) => void): (progress: Progress) => void {
  let newest: Progress | null = null
  return (progress) => {
    if (newest === null) {
      setTimeout(() => {
        if (newest !== null) tell(newest)
        newest = null
      }, PROGRESS_EVERY_MS)
    }
    newest = progress
  }
}

/** What is to be read soon: some payments, or everything. */
function createWanted() {
  const payments = new Set<string>()
  let isAll = false
  return {
    add(payment: string | null) {
      if (payment === null) isAll = true
      else payments.add(payment)
    },
    isAny: () => isAll || payments.size > 0,
    /** Null where everything is to be read. */
    few: () => (isAll || payments.size > FEW ? null : [...payments]),
    forget() {
      payments.clear()
      isAll = false
    },
  }
}
