import {createDrawPace} from './draw-pace.ts'
import {covers, grown, widened, within, type DrawnParts, type Span} from './row-window.ts'

/** So many rows on either side are there before they are seen; those that rush by are not worth as much. */
const AHEAD_MOVING = 1
const AHEAD_AT_REST = 6
const REST_MS = 200
/** Whoever goes by more rows than that in one frame does not read them, */
const RUSH_ROWS = 2
/** and pauses between two turns of the wheel for less than that. */
const RUSH_MS = 50
const NOTHING: Span = {top: 0, height: 0}

type DrawnRowsOptions = {
  /** How tall nearly every row is. */
  rowHeight: () => number
  /** Another part is to be drawn. */
  tell: () => void
}

/** Which part of a list is drawn: what is seen and a little around it, as many rows at a time as the machine takes. */
export function createDrawnRows({rowHeight, tell}: DrawnRowsOptions) {
  let seen = NOTHING
  let drawn: DrawnParts = {whole: NOTHING, glimpsed: NOTHING}
  let isResting = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let growing: number | undefined
  /** Somebody scrolled in this frame already. */
  let isScrolled = false
  let scrolledAt = 0
  /** There is no time to read what is seen. */
  let isRushing = false
  let isFilled = false
  const pace = createDrawPace()

  const around = (rows: number) => widened(seen, rows * rowHeight())
  const set = (whole: Span) => {
    const glimpsed = !isFilled || covers(whole, seen) ? NOTHING : seen
    if (isSame(whole, drawn.whole) && isSame(glimpsed, drawn.glimpsed)) return
    drawn = {whole, glimpsed}
    tell()
  }
  const draw = () => {
    // The first row that comes is by itself.
    if (!isFilled) return set({top: seen.top, height: Math.min(seen.height, rowHeight())})
    const kept = within(drawn.whole, around(AHEAD_AT_REST))
    // What is seen comes first.
    const wanted = [seen, around(isResting ? AHEAD_AT_REST : AHEAD_MOVING)].find(
      (span) => !covers(kept, span),
    )
    if (wanted !== undefined) wait()
    // Among rows that are gone in the next frames, a few whole ones help nobody.
    set(wanted === undefined || isRushing ? kept : grown(kept, wanted, pace.take() * rowHeight()))
  }
  // In the frame after the next: by then what was drawn has been painted.
  const wait = () => {
    if (growing !== undefined) return
    pace.begin()
    growing = requestAnimationFrame(() => {
      isScrolled = false
      growing = requestAnimationFrame(grow)
    })
  }
  const grow = () => {
    growing = undefined
    pace.end()
    // Twice in one frame is a frame that takes twice as long.
    if (isScrolled || (isRushing && performance.now() - scrolledAt < RUSH_MS)) return wait()
    isRushing = false
    draw()
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
      if (is) wait()
      else draw()
    },
    /** Somebody looks at this part now. */
    see(span: Span) {
      if (isSame(span, seen)) return
      isRushing = seen.height > 0 && Math.abs(span.top - seen.top) > RUSH_ROWS * rowHeight()
      if (isResting || isRushing) pace.slowDown()
      seen = span
      isResting = false
      isScrolled = true
      scrolledAt = performance.now()
      clearTimeout(resting)
      resting = setTimeout(rest, REST_MS)
      draw()
    },
  }
}

function isSame(one: Span, other: Span): boolean {
  return one.top === other.top && one.height === other.height
}
