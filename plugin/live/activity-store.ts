import type {RecordsAnswer} from '../core/contract/endpoints.ts'
import type {Fault} from '../core/contract/fault.ts'
import type {KeptRecord} from '../core/contract/repair.ts'
import {asFault} from './as-fault.ts'
import type {Lake} from './lake.ts'

export type ActivityState =
  | {state: 'loading'}
  | {
      state: 'ready'
      /** Newest first. */
      records: readonly KeptRecord[]
      /** There are older ones that were not read. */
      hasMore: boolean
      isReading: boolean
      /** The last reading failed, and this is what was read before it. */
      stale: Fault | null
    }
  | {state: 'failed'; fault: Fault}

export type ActivityStore = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => ActivityState
  refresh: () => void
  more: () => void
}

type ActivityOptions = {
  read: (after: string | null) => Promise<RecordsAnswer>
  lake: Lake
}

/** A batch writes many records in a second: they are read together. */
const READ_AFTER_MS = 400

/** What was done at a school, read page by page, and again from the newest whenever a record is written. */
export function createActivityStore({read, lake}: ActivityOptions): ActivityStore {
  const listeners = new Set<() => void>()
  let state: ActivityState = {state: 'loading'}
  let pages: RecordsAnswer[] = []
  let turn = 0
  let stop: (() => void) | null = null

  const set = (next: ActivityState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const ready = (changes: {isReading?: boolean; stale?: Fault | null} = {}) => {
    const records = pages.flatMap((page) => page.records)
    set({
      state: 'ready',
      records,
      hasMore: pages.at(-1)?.next != null,
      isReading: false,
      stale: null,
      ...changes,
    })
  }

  /** Reads so many pages from the newest on, or one page after those that are held. */
  const load = async (count: number, isAnew: boolean) => {
    turn += 1
    const mine = turn
    if (state.state === 'ready') ready({isReading: true})
    else set({state: 'loading'})
    try {
      const next = isAnew ? [] : [...pages]
      for (let nth = 0; nth < count; nth += 1) {
        const newest = next.at(-1)
        if (newest?.next === null) break
        next.push(await read(newest?.next ?? null))
        if (turn !== mine) return
      }
      pages = next
      ready()
    } catch (cause) {
      if (turn !== mine) return
      const fault = asFault(cause)
      if (state.state === 'ready') ready({stale: fault})
      else set({state: 'failed', fault})
    }
  }
  const refresh = () => void load(Math.max(1, pages.length), true)

  const start = () => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = lake.listen((event) => {
      if (event.kind !== 'change' || !isRecord(event.document)) return
      clearTimeout(timer)
      timer = setTimeout(refresh, READ_AFTER_MS)
    })
    refresh()
    return () => {
      clearTimeout(timer)
      end()
    }
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      stop ??= start()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
    refresh,
    more: () => void load(1, false),
  }
}

function isRecord(document: unknown): boolean {
  return (
    typeof document === 'object' &&
    document !== null &&
    '_type' in document &&
    document._type === 'passRepair'
  )
}
