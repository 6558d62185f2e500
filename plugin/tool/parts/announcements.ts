/** What is to be read aloud, for the page's one polite region: a store for React. */
export type Announcements = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => string
  /** Says words when nothing more came for a moment; of the same source only the last. */
  say: (source: string, words: string) => void
}

/** Who types, or reads on, is not told of every letter and every page. */
const REST_MS = 700
/** What goes on and on is told of this often. */
const LONGEST_MS = 5_000
/** Heard by nobody, but the same words twice are two texts with it. */
const AGAIN = '\u00A0'

export function createAnnouncements(): Announcements {
  const listeners = new Set<() => void>()
  const waiting = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let said = ''
  let since: number | null = null

  const tell = () => {
    const words = [...waiting.values()].join(' ')
    waiting.clear()
    since = null
    said = words === said ? words + AGAIN : words
    for (const listener of listeners) listener()
  }

  return {
    getSnapshot: () => said,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say(source, words) {
      waiting.set(source, words)
      clearTimeout(timer)
      const now = Date.now()
      since ??= now
      timer = setTimeout(tell, Math.max(0, Math.min(REST_MS, since + LONGEST_MS - now)))
    },
  }
}

/** A page has one voice. */
export const announcements = createAnnouncements()
