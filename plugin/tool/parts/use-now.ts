import {useSyncExternalStore} from 'react'

const EVERY_MS = 5_000
const SAME_MS = 1_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, EVERY_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function current(): number {
  // A clock that nobody looked at for a while starts where the time is, not where it stopped; asked twice at once it says
  // the same.
  const at = Date.now()
  if (timer === undefined && at - now > SAME_MS) now = at
  return now
}

/** The time, for words such as "14 seconds ago": one clock for the page, a step every five seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current)
}
