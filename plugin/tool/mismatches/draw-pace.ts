/** Longer than two frames and some work: who needs more does not keep up. */
const KEEPS_UP_MS = 40

/**
 * How many rows a machine is given to draw at once: one, and twice as many after each time that was easy for it. On a
 * slow machine even two are a pause that somebody feels.
 */
export function createDrawPace() {
  let rows = 1
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
      if (hasDrawn) rows = performance.now() - begunAt < KEEPS_UP_MS ? 2 * rows : 1
      hasDrawn = false
    },
    /** What was easy for a machine before may not be at once. */
    slowDown() {
      rows = 1
      hasDrawn = false
    },
  }
}
