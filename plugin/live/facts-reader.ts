import {asFault} from './as-fault.ts'
import type {FactsAction, Progress, ReadFacts} from './facts-state.ts'

export type ReadFactsFrom = (options: {
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}) => Promise<ReadFacts>

type ReaderOptions = {
  read: ReadFactsFrom
  dispatch: (action: FactsAction) => void
  /** Milliseconds since 1970. */
  now: () => number
  onRead: () => void
}

/** Events that come in a bunch, such as two log entries a sale, make one reading. */
const SOON_MS = 300

/** Reads the facts, one reading at a time: a new one ends the one before it. */
export function createFactsReader({read, dispatch, now, onRead}: ReaderOptions) {
  let reading: AbortController | null = null
  let soon: ReturnType<typeof setTimeout> | undefined
  let readAt: number | null = null
  /** How often something happened while it was being read: it may have come too late for that reading. */
  let missed = 0

  const readNow = async () => {
    reading?.abort()
    const mine = new AbortController()
    reading = mine
    const missedBefore = missed
    dispatch({type: 'reading'})
    const onProgress = (progress: Progress) => {
      if (reading === mine) dispatch({type: 'progress', progress})
    }
    try {
      const facts = await read({signal: mine.signal, onProgress})
      if (reading !== mine) return
      reading = null
      readAt = now()
      dispatch({type: 'read', read: facts})
      onRead()
      if (missed !== missedBefore) readSoon()
    } catch (error) {
      if (reading !== mine) return
      reading = null
      dispatch({type: 'failed', fault: asFault(error)})
    }
  }

  const readSoon = () => {
    clearTimeout(soon)
    soon = setTimeout(() => {
      // Where something is sold every few seconds, a reading that each sale began anew would never end.
      if (reading === null) void readNow()
      else missed += 1
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
    },
  }
}
