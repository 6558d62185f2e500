import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createDrawnRows} from '../../../plugin/tool/mismatches/drawn-rows.ts'

const ROW = 50
const SEEN = 500

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A list whose frames pass by hand: what somebody does comes first in each, as in a browser. */
function setup() {
  let due: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => due.push(act))
  let drawn = 0
  const rows = createDrawnRows({rowHeight: () => ROW, tell: () => (drawn += 1)})
  rows.fill(true)
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

it('When somebody stops, everything that is seen is drawn, frame by frame, and then what is around it.', () => {
  const {rows, frame} = setup()
  frame(0)
  frame(SEEN)
  expect(rows.get().height).toBeLessThan(SEEN)
  const isDrawn = (from: number, to: number) =>
    rows.get().top <= from && rows.get().top + rows.get().height >= to
  for (let nth = 0; nth < 40; nth += 1) frame()
  expect(isDrawn(SEEN, 2 * SEEN)).toBe(true)
  expect(isDrawn(SEEN - 5 * ROW, 2 * SEEN + 5 * ROW)).toBe(false)
  vi.advanceTimersByTime(200)
  for (let nth = 0; nth < 40; nth += 1) frame()
  expect(isDrawn(SEEN - 5 * ROW, 2 * SEEN + 5 * ROW)).toBe(true)
})

it('Where rows come to a list that waited for them, the first are few, and the others come frame by frame.', () => {
  const {rows, frame} = setup()
  rows.fill(false)
  frame(0)
  vi.advanceTimersByTime(1_000)
  const first = rows.get()
  expect(first).toEqual({top: 0, height: 2 * ROW})
  rows.fill(true)
  expect(rows.get()).toBe(first)
  for (let nth = 0; nth < 40; nth += 1) frame()
  expect(rows.get().height).toBeGreaterThan(SEEN)
})
