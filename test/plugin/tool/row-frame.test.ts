// @vitest-environment jsdom
import {expect, it, onTestFinished, vi} from 'vitest'
import {createRowFrame} from '../../../plugin/tool/mismatches/row-frame.ts'
import {covers} from '../../../plugin/tool/mismatches/row-window.ts'

type Resized = (entries: {target: HTMLElement}[]) => void

/** A frame of which the test says how large it and the rows in it are. */
function setup() {
  let resized: Resized = () => undefined
  Object.assign(globalThis, {
    ResizeObserver: class {
      constructor(onResize: Resized) {
        resized = onResize
      }

      observe(): void {}
      unobserve(): void {}
    },
  })
  const element = (height: number, key?: string) => {
    const made = document.createElement('div')
    Object.defineProperty(made, 'offsetHeight', {configurable: true, value: height})
    Object.defineProperty(made, 'offsetWidth', {configurable: true, value: 900})
    if (key !== undefined) made.dataset['key'] = key
    return made
  }
  const frame = createRowFrame()
  const whole = element(800)
  onTestFinished(frame.attach(whole))
  frame.fill(true)
  return {frame, whole, measure: (key: string, height: number) => resized([{target: element(height, key)}])}
}

it('one row that opens says nothing about the others, also where all were just as tall as was guessed', () => {
  const {frame, measure} = setup()
  const guessed = frame.getHeights().usual
  measure('cs_1', guessed)
  measure('cs_1', 400)
  expect(frame.getHeights().usual).toBe(guessed)
  expect([...frame.getHeights().others]).toEqual([['cs_1', 400]])
  measure('cs_1', guessed)
  expect(frame.getHeights().others.size).toBe(0)
})

it('the first rows that are seen say how tall the others will be', () => {
  const {frame, measure} = setup()
  measure('cs_1', 64)
  measure('cs_2', 90)
  expect(frame.getHeights()).toEqual({usual: 64, others: new Map([['cs_2', 90]])})
})

it('a row that is as it was changes nothing', () => {
  const {frame, measure} = setup()
  measure('cs_1', 64)
  const before = frame.getHeights()
  measure('cs_1', 64)
  expect(frame.getHeights()).toBe(before)
})

it('rows come a few at a time: first those that are seen, and when they rest those that may be seen next', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const {frame, whole} = setup()
  const {usual} = frame.getHeights()
  const first = frame.getDrawn()
  expect(first.whole).toEqual({top: 0, height: usual})
  vi.advanceTimersToNextFrame()
  expect(frame.getDrawn()).toBe(first)
  vi.advanceTimersToNextFrame()
  expect(frame.getDrawn().whole).toEqual({top: 0, height: 2 * usual})
  vi.runAllTimers()
  expect(covers(frame.getDrawn().whole, {top: -6 * usual, height: 800 + 12 * usual})).toBe(true)

  whole.scrollTop = 5_000
  whole.dispatchEvent(new Event('scroll'))
  expect(frame.getDrawn()).toMatchObject({whole: {height: 0}, glimpsed: {top: 4_992}})
  vi.advanceTimersByTime(190)
  expect(covers(frame.getDrawn().whole, {top: 5_000, height: 800})).toBe(true)
  expect(covers(frame.getDrawn().whole, {top: 5_000 - 3 * usual, height: 800})).toBe(false)
  vi.runAllTimers()
  expect(covers(frame.getDrawn().whole, {top: 5_000 - 5 * usual, height: 800 + 10 * usual})).toBe(true)
})

it('where a few rows take long to draw, no more are drawn at once', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let worked = 0
  const now = performance.now.bind(performance)
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + worked)
  onTestFinished(() => clock.mockRestore())
  const {frame} = setup()
  onTestFinished(frame.subscribe(() => (worked += 100)))
  const {usual} = frame.getHeights()
  const heights = Array.from({length: 4}, () => {
    const {height} = frame.getDrawn().whole
    vi.advanceTimersToNextFrame()
    vi.advanceTimersToNextFrame()
    return height / usual
  })
  expect(heights).toEqual([1, 2, 3, 4])
})

it('rows that are there stay while somebody goes by them', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const {frame, whole} = setup()
  vi.runAllTimers()
  whole.scrollTop = 100
  whole.dispatchEvent(new Event('scroll'))
  expect(covers(frame.getDrawn().whole, {top: 0, height: 1_000})).toBe(true)
})

it('rows that are found again are laid out as they were, without looking twice', () => {
  const {frame, whole} = setup()
  let told = 0
  onTestFinished(frame.subscribe(() => (told += 1)))
  frame.attach(whole)()
  expect(told).toBe(0)
})
