import type {Reading} from '../ports.ts'

// Enough to reach the rate that Stripe allows from as far as Stripe is: more would only add calls.
const SIDE_BY_SIDE = 8
// A window may end in a page that is nearly empty: it must save more time than that call takes.
const PAGES_WORTH_A_WINDOW = 4

/** A stretch of time on one account, in Unix seconds; `from` belongs to it, `to` does not. */
export type Window = {
  from: number
  to: number
  /** The session that was read last; null: nothing yet. */
  after: string | null
}

/** What a page came to, and its last session where more follow. */
export type PageRead = {readings: Reading[]; last: {id: string; created: number} | null}
export type ReadPage = (window: Window) => Promise<PageRead>

/** How many windows of an account are being read. All that read the account count in the same object. */
export type OpenWindows = {count: number}

/**
 * Reads a window page by page, newest first, and cuts what is left of it into several that are read side by side as
 * soon as it turns out to be large and fewer than eight are open. Each costs at most one call more than its sessions
 * need.
 *
 * @returns newest first, however it was cut
 */
export async function readWindows(window: Window, readPage: ReadPage, open: OpenWindows): Promise<Reading[]> {
  const {readings, rest} = await readUntilCut(window, readPage, open)
  const parts = await Promise.all(rest.map((part) => readWindows(part, readPage, open)))
  return [readings, ...parts].flat()
}

async function readUntilCut(
  {from, to, after: start}: Window,
  readPage: ReadPage,
  open: OpenWindows,
): Promise<{readings: Reading[]; rest: Window[]}> {
  const readings: Reading[] = []
  open.count += 1
  try {
    let after = start
    for (let pages = 1; ; pages += 1) {
      const page = await readPage({from, to, after})
      readings.push(...page.readings)
      if (page.last === null) return {readings, rest: []}
      const {id, created} = page.last
      const pagesLeft = ((created - from) * pages) / Math.max(1, to - created)
      const parts = Math.min(SIDE_BY_SIDE - open.count + 1, Math.floor(pagesLeft / PAGES_WORTH_A_WINDOW))
      if (parts > 1) return {readings, rest: cut({from, to: created + 1, after: id}, parts)}
      after = id
    }
  } finally {
    open.count -= 1
  }
}

/** Equal parts, newest first. Only the newest begins after a session: the others have not been touched. */
function cut({from, to, after}: Window, parts: number): Window[] {
  const bounds = Array.from({length: parts + 1}, (_, nth) => to - Math.round((nth * (to - from)) / parts))
  return bounds.slice(1).map((bound, nth) => ({
    from: bound,
    to: bounds[nth] ?? to,
    after: nth === 0 ? after : null,
  }))
}
