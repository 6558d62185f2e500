import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createDrawnRows} from '../../../plugin/tool/mismatches/drawn-rows.ts'
import {covers, overlap} from '../../../plugin/tool/mismatches/row-window.ts'

const ROW = 50
const SEEN = 500
const FRAME_MS = 16

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A list whose frames pass by hand: what somebody does comes first in each, as in a browser. */
function setup() {
  let due: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => due.push(act))
  let told = 0
  const rows = createDrawnRows({rowHeight: () => ROW, tell: () => (told += 1)})
  rows.fill(true)
  const frame = (scrolledTo?: number) => {
    vi.advanceTimersByTime(FRAME_MS)
    if (scrolledTo !== undefined) rows.see({top: scrolledTo, height: SEEN})
    const acts = due
    due = []
    for (const act of acts) act()
  }
  const frames = (count: number) => {
    for (let nth = 0; nth < count; nth += 1) frame()
  }
  const isWhole = (top: number, height: number) => covers(rows.get().whole, {top, height})
  return {rows, frame, frames, isWhole, told: () => told}
}

it('While somebody scrolls, rows are drawn once a frame.', () => {
  const {frame, told} = setup()
  for (let nth = 1; nth <= 20; nth += 1) {
    frame(nth * SEEN)
    expect(told()).toBe(nth)
  }
})

it.each([3, 10, 40])(
  'Of rows that rush by, %d a frame, there is a glimpse, and not one more is drawn whole.',
  (count) => {
    const {rows, frame} = setup()
    frame(0)
    const {height} = rows.get().whole
    for (let nth = 1; nth <= 20; nth += 1) {
      frame(nth * count * ROW)
      // Whoever turns the wheel misses a frame now and then.
      frame()
      expect(rows.get().whole.height).toBeLessThanOrEqual(height)
      expect(rows.get().glimpsed).toEqual({top: nth * count * ROW, height: SEEN})
    }
  },
)

it('Rows that go by slowly are drawn whole, and those that are not yet are glimpsed.', () => {
  const {rows, frame, frames} = setup()
  frame(0)
  frames(40)
  for (let nth = 1; nth <= 20; nth += 1) {
    const seen = {top: nth * 2 * ROW, height: SEEN}
    frame(seen.top)
    const {whole, glimpsed} = rows.get()
    expect(overlap(whole, seen)).toBe(true)
    expect(covers(whole, seen) || covers(glimpsed, seen)).toBe(true)
  }
})

it('When somebody stops, everything that is seen is drawn whole, a few rows a frame, and then what is around it.', () => {
  const {rows, frame, frames, isWhole} = setup()
  frame(0)
  frame(10 * SEEN)
  expect(rows.get().whole.height).toBe(0)
  const drawnAtOnce = Array.from({length: 12}, () => {
    const {height} = rows.get().whole
    frame()
    return (rows.get().whole.height - height) / ROW
  })
  expect(drawnAtOnce.filter((count) => count > 0).slice(0, 3)).toEqual([1, 2, 4])
  expect(isWhole(10 * SEEN, SEEN)).toBe(true)
  expect(rows.get().glimpsed.height).toBe(0)
  expect(isWhole(10 * SEEN - 5 * ROW, SEEN + 10 * ROW)).toBe(false)
  frames(40)
  expect(isWhole(10 * SEEN - 5 * ROW, SEEN + 10 * ROW)).toBe(true)
})

it('After a pause rows come a few at a time again, however many the machine took before.', () => {
  const {rows, frame, frames} = setup()
  frame(0)
  frames(40)
  frame(20 * SEEN)
  let height = 0
  while (height === 0) {
    frame()
    height = rows.get().whole.height
  }
  expect(height).toBe(ROW)
})

it('Where rows come to a list that waited for them, the first are few, and the others come frame by frame.', () => {
  const {rows, frame, frames} = setup()
  rows.fill(false)
  frame(0)
  vi.advanceTimersByTime(1_000)
  const first = rows.get()
  expect(first).toEqual({whole: {top: 0, height: ROW}, glimpsed: {top: 0, height: 0}})
  rows.fill(true)
  expect(rows.get()).toBe(first)
  frames(40)
  expect(rows.get().whole.height).toBeGreaterThan(SEEN)
})
