import {afterEach, expect, it, vi} from 'vitest'
import {createDrawnRows} from '../../../plugin/tool/mismatches/drawn-rows.ts'

const ROW = 50
const SEEN = 500

afterEach(() => void vi.unstubAllGlobals())

/** A list whose frames pass by hand: what somebody does comes first in each, as in a browser. */
function setup() {
  let due: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => due.push(act))
  let drawn = 0
  const rows = createDrawnRows({rowHeight: () => ROW, tell: () => (drawn += 1)})
  const frame = (scrolledTo?: number) => {
    if (scrolledTo !== undefined) rows.see({top: scrolledTo, height: SEEN})
    const acts = due
    due = []
    for (const act of acts) act()
  }
  return {rows, frame, drawn: () => drawn}
}

it('While somebody scrolls, rows are drawn once a frame.', () => {
  const {frame, drawn} = setup()
  for (let nth = 1; nth <= 20; nth += 1) {
    frame(nth * SEEN)
    expect(drawn()).toBe(nth)
  }
})

it('When somebody stops, everything that is seen is drawn, frame by frame.', () => {
  const {rows, frame} = setup()
  frame(0)
  frame(SEEN)
  expect(rows.get().height).toBeLessThan(SEEN)
  for (let nth = 0; nth < 40; nth += 1) frame()
  const {top, height} = rows.get()
  expect(top).toBeLessThanOrEqual(SEEN)
  expect(top + height).toBeGreaterThanOrEqual(2 * SEEN)
})
