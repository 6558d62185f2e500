// @vitest-environment jsdom
import {expect, it, onTestFinished} from 'vitest'
import {createRowFrame} from '../../../plugin/tool/mismatches/row-frame.ts'

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
  onTestFinished(frame.attach(element(800)))
  return {frame, measure: (key: string, height: number) => resized([{target: element(height, key)}])}
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
