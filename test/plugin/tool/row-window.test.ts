import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  covers,
  grown,
  layOut,
  placesIn,
  rowsIn,
  scrollFor,
  widened,
  within,
  type DrawnRow,
} from '../../../plugin/tool/mismatches/row-window.ts'

const keys = Array.from({length: 10_000}, (_, nth) => `k${nth}`)
const flat = layOut(keys, {usual: 70, others: new Map()})
const oneOpen = layOut(keys, {usual: 70, others: new Map([['k2', 500]])})

describe('which rows are in the page', () => {
  const noSpan = {top: 0, height: 0}
  const placesOf = (rows: DrawnRow[]) => rows.map(({place}) => place)

  it('those of the part that is drawn, however long the list is', () => {
    const places = placesIn(flat, {top: 350_000, height: 900})
    expect(places[0]).toBe(5_000)
    expect(places).toContain(5_012)
    expect(places.length).toBeLessThan(20)
    expect(placesIn(flat, noSpan)).toEqual([])
  })

  it('and the one that the keyboard is on, whole, wherever somebody scrolls', () => {
    const far = {whole: {top: 350_000, height: 900}, glimpsed: noSpan}
    expect(rowsIn(flat, far, 3)[0]).toEqual({place: 3, top: 210, height: 70, isWhole: true})
    const top = {whole: {top: 0, height: 900}, glimpsed: noSpan}
    expect(placesOf(rowsIn(flat, top, 9_999)).at(-1)).toBe(9_999)
    expect(placesOf(rowsIn(flat, top, 3)).filter((place) => place === 3)).toHaveLength(1)
    const rushing = rowsIn(flat, {whole: noSpan, glimpsed: {top: 0, height: 900}}, 3)
    expect(rushing.filter(({isWhole}) => isWhole)).toMatchObject([{place: 3}])
  })

  it('each once, in their order, where a glimpse of some is still to become whole', () => {
    const rows = rowsIn(flat, {whole: {top: 140, height: 70}, glimpsed: {top: 0, height: 420}}, -1)
    expect(placesOf(rows)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(placesOf(rows.filter(({isWhole}) => isWhole))).toEqual([2, 3])
  })

  it('none of a list that is empty, and all of one that is short', () => {
    const top = {whole: {top: 0, height: 900}, glimpsed: noSpan}
    expect(rowsIn(layOut([], {usual: 70, others: new Map()}), top, 0)).toEqual([])
    const two = layOut(['a', 'b'], {usual: 70, others: new Map()})
    expect(rowsIn(two, top, 0)).toMatchObject([{place: 0}, {place: 1, top: 70, height: 70}])
  })

  it('a row that is open pushes the ones below it down', () => {
    expect(Array.from(oneOpen.starts.slice(1, 4))).toEqual([70, 140, 640])
    expect(oneOpen.total).toBe(flat.total + 430)
  })

  it('covers what is seen without a hole, whatever the heights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 20, max: 400}), {minLength: 1, maxLength: 60}),
        fc.integer({min: 0, max: 20_000}),
        fc.integer({min: 1, max: 900}),
        (heights, wanted, height) => {
          const names = heights.map((_, nth) => `k${nth}`)
          const layout = layOut(names, {
            usual: 70,
            others: new Map(heights.map((one, nth) => [`k${nth}`, one])),
          })
          const top = Math.max(0, Math.min(wanted, layout.total - height))
          const places = placesIn(layout, {top, height})
          const [first = 0] = places
          const last = places.at(-1) ?? 0
          expect(places).toEqual(Array.from({length: last - first + 1}, (_, nth) => first + nth))
          expect(layout.starts[first]).toBeLessThanOrEqual(top)
          expect(layout.starts[last + 1] ?? layout.total).toBeGreaterThanOrEqual(
            Math.min(top + height, layout.total),
          )
        },
      ),
    )
  })
})

describe('what is drawn of a list', () => {
  const span = fc.record({top: fc.integer({min: -500, max: 3_000}), height: fc.integer({min: 0, max: 1_500})})

  it('grows by no more than a step at a time until it covers what is wanted, and loses nothing of that', () => {
    fc.assert(
      fc.property(span, span, fc.integer({min: 50, max: 400}), (drawn, wanted, step) => {
        let now = within(drawn, widened(wanted, 300))
        for (let steps = 0; !covers(now, wanted); steps += 1) {
          const next = grown(now, wanted, step)
          const there = within(now, wanted)
          expect(there.height === 0 || covers(next, there)).toBe(true)
          expect(within(next, wanted).height - there.height).toBeLessThanOrEqual(step)
          expect(steps).toBeLessThan(wanted.height / step + 3)
          now = next
        }
      }),
    )
  })

  it('grows downwards first, for that is how it is read', () => {
    expect(grown({top: 100, height: 100}, {top: 0, height: 400}, 150)).toEqual({top: 100, height: 250})
    expect(grown({top: 100, height: 250}, {top: 0, height: 400}, 150)).toEqual({top: 0, height: 400})
  })

  it('begins at the top of what is wanted where nothing of it is drawn', () => {
    expect(grown({top: 0, height: 300}, {top: 900, height: 600}, 200)).toEqual({top: 900, height: 200})
  })
})

describe('where to scroll to', () => {
  it('nowhere when the row is seen whole', () => {
    expect(scrollFor(flat, 3, {top: 0, height: 900})).toBeNull()
  })

  it('just so far that a row above or below is seen whole', () => {
    expect(scrollFor(flat, 10, {top: 1_000, height: 900})).toBe(700)
    expect(scrollFor(flat, 20, {top: 0, height: 900})).toBe(570)
  })

  it('to the top of a row that is taller than the frame', () => {
    expect(scrollFor(oneOpen, 2, {top: 0, height: 300})).toBe(140)
  })
})
