import type {Fault} from '../core/contract/fault.ts'

/** What an engine knows, as a page shows it: a store for React. */
export type Mirror<State> = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => State
  /** Reads again; what is shown stays until then. */
  refresh: () => void
}

type MirrorOptions<Told, State> = {
  loading: State
  next: (held: State, told: Told) => State
  broken: (held: State, fault: Fault) => State
  /** Begins to watch. */
  watch: (ear: Ear<Told>) => {refresh: () => void; end: () => void}
}

/** Where what an engine says of one thing is heard. */
export type Ear<Told> = {hear: (told: Told) => void; breakOff: (fault: Fault) => void}

/** Nobody looks any more; a screen that comes back soon finds everything as it was. */
const CLOSE_AFTER_MS = 60_000

/** Watches while somebody looks, and a little longer. */
export function createMirror<Told, State>(options: MirrorOptions<Told, State>): Mirror<State> {
  const {loading, next, broken, watch} = options
  const listeners = new Set<() => void>()
  let state = loading
  let watching: {refresh: () => void; end: () => void} | null = null
  let closing: ReturnType<typeof setTimeout> | undefined

  const set = (shown: State) => {
    if (shown === state) return
    state = shown
    for (const listener of listeners) listener()
  }
  const ear: Ear<Told> = {
    hear: (told) => set(next(state, told)),
    breakOff: (fault) => set(broken(state, fault)),
  }
  const close = () => {
    watching?.end()
    watching = null
    state = loading
  }
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      clearTimeout(closing)
      listeners.add(listener)
      watching ??= watch(ear)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) closing = setTimeout(close, CLOSE_AFTER_MS)
      }
    },
    refresh: () => watching?.refresh(),
  }
}
