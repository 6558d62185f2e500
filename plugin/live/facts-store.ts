import {Fault} from '../core/contract/fault.ts'
import type {Facts} from '../core/contract/facts.ts'
import type {Receipt} from '../core/contract/repair.ts'
import {
  LOADING,
  reduceFacts,
  type FactsAction,
  type FactsState,
  type Judge,
  type Progress,
  type ReadFacts,
} from './facts-state.ts'
import type {Lake, LakeEvent} from './lake.ts'
import {replay, type Change} from './replay.ts'
import {
  heldRevision,
  namesUnreadPayment,
  withDocument,
  withoutDocument,
  withReceipt,
  type DocumentParts,
} from './revise-facts.ts'

export type FactsStoreOptions = {
  read: (options: {signal: AbortSignal; onProgress: (progress: Progress) => void}) => Promise<ReadFacts>
  judge: Judge
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
const LISTEN_WITHIN_MS = 2_000
const JUDGE_EVERY_MS = 60_000

/** Facts that keep themselves true: read once, then revised by every change in the lake and every receipt. */
export function createFactsStore(options: FactsStoreOptions): FactsStore {
  const {read, judge, lake, parse, now, onWake} = options
  const listeners = new Set<() => void>()
  let state = LOADING
  let reading: AbortController | null = null
  let readAt = 0
  let heard: Change[] = []
  let stop: (() => void) | null = null
  let closing: ReturnType<typeof setTimeout> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined

  const dispatch = (action: FactsAction) => {
    const next = reduceFacts(state, action, judge)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  const readAgain = async () => {
    reading?.abort()
    const mine = new AbortController()
    reading = mine
    heard = []
    dispatch({type: 'reading'})
    try {
      const onProgress = (progress: Progress) => {
        if (reading === mine) dispatch({type: 'progress', progress})
      }
      const facts = await read({signal: mine.signal, onProgress})
      if (reading !== mine) return
      reading = null
      readAt = now()
      dispatch({type: 'read', read: facts})
      catchUp()
    } catch (error) {
      if (reading !== mine) return
      reading = null
      dispatch({type: 'failed', fault: asFault(error)})
    }
  }

  const readSoon = () => {
    clearTimeout(soon)
    soon = setTimeout(() => void readAgain(), 300)
  }

  /** Applies what was heard while the facts were being read. */
  const catchUp = () => {
    const ids = new Set(heard.map(({id}) => id))
    const changes = heard
    heard = []
    for (const id of ids) follow(changes.filter((change) => change.id === id))
  }

  const follow = (changes: Change[]) => {
    const id = changes[0]?.id
    if (state.state !== 'ready' || id === undefined) return
    const step = replay(heldRevision(state.facts, id), changes)
    if (step.do === 'apply') revise(id, step.change.document)
    if (step.do === 'fetch') void fetchDocument(id)
  }

  const fetchDocument = async (id: string) => {
    try {
      revise(id, await lake.document(id))
    } catch {
      readSoon()
    }
  }

  const revise = (id: string, document: unknown) => {
    if (state.state !== 'ready') return
    const {facts} = state
    if (document === null || document === undefined) {
      dispatch({type: 'revised', facts: withoutDocument(facts, id)})
      return
    }
    const parts = parse(document, facts)
    const revised = withDocument(facts, id, parts)
    if (revised === facts) return
    if (parts.entitlements.some((item) => namesUnreadPayment(facts, item))) readSoon()
    else dispatch({type: 'revised', facts: revised})
  }

  const onEvent = (event: LakeEvent) => {
    if (event.kind === 'open') void readAgain()
    else if (event.kind === 'change') {
      if (isDraft(event.id)) return
      if (saysThatPaymentsChanged(event.document)) readSoon()
      else if (reading || state.state !== 'ready') heard.push(event)
      else follow([event])
    }
  }

  const start = () => {
    const endListening = lake.listen(onEvent)
    const withoutLake = setTimeout(() => {
      if (!reading && readAt === 0) void readAgain()
    }, LISTEN_WITHIN_MS)
    const everySoOften = setInterval(() => void readAgain(), READ_EVERY_MS)
    const judgeAgain = setInterval(() => {
      if (state.state === 'ready') dispatch({type: 'revised', facts: {...state.facts}})
    }, JUDGE_EVERY_MS)
    const endWaking = onWake(() => {
      if (!reading && now() - readAt > WAKE_AFTER_MS) void readAgain()
    })
    return () => {
      endListening()
      endWaking()
      clearTimeout(withoutLake)
      clearTimeout(soon)
      clearInterval(everySoOften)
      clearInterval(judgeAgain)
      reading?.abort()
      reading = null
      readAt = 0
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
    refresh: () => void readAgain(),
    apply(receipt) {
      if (state.state === 'ready') dispatch({type: 'revised', facts: withReceipt(state.facts, receipt)})
    },
  }
}

function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  return new Fault(
    'internal',
    error instanceof Error ? error.message : String(error),
    {in: 'browser'},
    {cause: error},
  )
}

function isDraft(id: string): boolean {
  return id.startsWith('drafts.') || id.startsWith('versions.')
}

/** A new payment makes no event of its own; these two documents are written when one is seen. */
function saysThatPaymentsChanged(document: unknown): boolean {
  if (typeof document !== 'object' || document === null || !('_type' in document)) return false
  return document._type === 'passSync' || document._type === 'webhookLog'
}
