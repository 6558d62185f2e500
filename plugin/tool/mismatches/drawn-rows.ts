import {covers, grown, widened, within, type Span} from './row-window.ts'

/** So many rows on either side are there before they are seen; those that rush by are not worth as much. */
const AHEAD_MOVING = 1
const AHEAD_AT_REST = 6
/** Drawing more rows than that at once is a pause that somebody feels on a slow machine. */
const FEW_ROWS = 2
/** Longer than two frames and some work: who needs more does not keep up. */
const KEEPS_UP_MS = 50
const REST_MS = 200

type DrawnRowsOptions = {
  /** How tall nearly every row is. */
  rowHeight: () => number
  /** Another part is to be drawn. */
  tell: () => void
}

/** Which part of a list is drawn: what is seen and a little around it, as many rows at a time as the machine takes. */
export function createDrawnRows({rowHeight, tell}: DrawnRowsOptions) {
  let seen: Span = {top: 0, height: 0}
  let drawn = seen
  let isResting = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let growing: number | undefined
  let rowsAtOnce = FEW_ROWS
  let begunAt = 0
  /** Rows were drawn in this frame already, as somebody scrolls. */
  let isScrolled = false
  let isFilled = false

  const around = (rows: number) => widened(seen, rows * rowHeight())
  const set = (next: Span) => {
    if (next.top === drawn.top && next.height === drawn.height) return
    drawn = next
    tell()
  }
  const draw = () => {
    // The first rows that come are as few as any others.
    if (!isFilled) {
      set({top: seen.top, height: Math.min(seen.height, FEW_ROWS * rowHeight())})
      return
    }
    const kept = within(drawn, around(AHEAD_AT_REST))
    // What is seen comes first.
    const wanted = [seen, around(isResting ? AHEAD_AT_REST : AHEAD_MOVING)].find(
      (span) => !covers(kept, span),
    )
    const next = wanted === undefined ? kept : grown(kept, wanted, rowsAtOnce * rowHeight())
    if (wanted !== undefined && growing === undefined) wait()
    set(next)
  }
  // In the frame after the next: by then what was drawn has been painted.
  const wait = () => {
    begunAt = performance.now()
    growing = requestAnimationFrame(() => {
      isScrolled = false
      growing = requestAnimationFrame(grow)
    })
  }
  const grow = () => {
    growing = undefined
    rowsAtOnce = performance.now() - begunAt < KEEPS_UP_MS ? 2 * rowsAtOnce : FEW_ROWS
    // Twice in one frame is a frame that takes twice as long.
    if (isScrolled) wait()
    else draw()
  }
  const rest = () => {
    isResting = true
    draw()
  }

  return {
    get: () => drawn,
    /** There are rows now, or none: then nothing can be drawn ahead. */
    fill: (is: boolean) => {
      if (is === isFilled) return
      isFilled = is
      if (!is) draw()
      else if (growing === undefined) wait()
    },
    /** Somebody looks at this part now. */
    see(span: Span) {
      if (span.top === seen.top && span.height === seen.height) return
      seen = span
      isResting = false
      isScrolled = true
      clearTimeout(resting)
      resting = setTimeout(rest, REST_MS)
      draw()
    },
  }
}
