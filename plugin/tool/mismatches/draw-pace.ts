/** Drawing more rows than that at once is a pause that somebody feels on a slow machine. */
export const FEW_ROWS = 1
/** Longer than two frames and some work: who needs more does not keep up. */
const KEEPS_UP_MS = 40

/** How many rows a machine is given to draw at once: few, and twice as many after each time that was easy for it. */
export function createDrawPace() {
  let rows = FEW_ROWS
  let begunAt = 0
  let hasDrawn = false

  return {
    /** Two frames begin. */
    begin() {
      begunAt = performance.now()
    },
    /** How many rows to draw in them. */
    take() {
      hasDrawn = true
      return rows
    },
    /** They are over: how long they took says how many rows to draw next. */
    end() {
      if (hasDrawn) rows = performance.now() - begunAt < KEEPS_UP_MS ? 2 * rows : FEW_ROWS
      hasDrawn = false
    },
    /** What was easy for a machine before may not be at once. */
    slowDown() {
      rows = FEW_ROWS
      hasDrawn = false
    },
  }
}
