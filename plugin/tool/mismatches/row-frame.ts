import {createDrawnRows} from './drawn-rows.ts'
import type {DrawnParts, RowHeights} from './row-window.ts'

/** The frame that rows scroll in, as a store: what is drawn of them, and how tall they turned out. */
export type RowFrame = {
  subscribe: (listener: () => void) => () => void
  /** The parts of the list whose rows are to be in the page. */
  getDrawn: () => DrawnParts
  getHeights: () => RowHeights
  /** There are rows now, or none. */
  fill: (isFilled: boolean) => void
  /** Begins to watch. Returns what ends it. */
  attach: (frame: HTMLElement) => () => void
  /** To be given the element of every whole row, which names its key in `data-key`. Returns what ends it. */
  measure: (row: HTMLElement | null) => (() => void) | undefined
  scrollTo: (top: number) => void
  /** Another view begins at its top. */
  enter: (view: string) => void
}

/** Rows come and go only so often while somebody scrolls. */
const STEP = 32
const UNMEASURED: RowHeights = {usual: 76, others: new Map()}

// A store outside React, which may write while somebody scrolls: there must be no frame without rows.
export function createRowFrame(): RowFrame {
  const listeners = new Set<() => void>()
  let frame: HTMLElement | null = null
  let width = 0
  let entered: string | null = null
  let heights = UNMEASURED

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const drawn = createDrawnRows({rowHeight: () => heights.usual, tell})
  const look = () => {
    if (frame === null) return
    // In another width every row may break its lines elsewhere.
    if (frame.offsetWidth !== width) heights = UNMEASURED
    width = frame.offsetWidth
    const top = Math.floor(frame.scrollTop / STEP) * STEP
    const height = Math.ceil(frame.offsetHeight / STEP + 1) * STEP
    drawn.see({top, height})
  }
  const note = (rows: readonly HTMLElement[]) => {
    const next = withMeasured(heights, rows)
    if (next === heights) return
    heights = next
    tell()
  }
  const sizes = new ResizeObserver((entries) => {
    const targets = entries.flatMap(({target}) => (target instanceof HTMLElement ? [target] : []))
    // The frame first: in another width what was measured before counts no more, and all rows are among these.
    if (targets.some((target) => target === frame)) look()
    note(targets.filter((target) => target !== frame))
  })

  const scrollTo = (top: number) => {
    if (frame !== null) frame.scrollTop = top
    look()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getDrawn: drawn.get,
    getHeights: () => heights,
    fill: drawn.fill,
    attach(element) {
      frame = element
      element.addEventListener('scroll', look, {passive: true})
      sizes.observe(element)
      look()
      return () => {
        element.removeEventListener('scroll', look)
        sizes.unobserve(element)
        frame = null
      }
    },
    measure(row) {
      if (row === null) return undefined
      sizes.observe(row)
      return () => sizes.unobserve(row)
    },
    scrollTo,
    enter(view) {
      if (entered !== null && entered !== view) scrollTo(0)
      entered = view
    },
  }
}

/** The heights with those of rows that were just measured; the same object where they say nothing new. */
function withMeasured(heights: RowHeights, rows: readonly HTMLElement[]): RowHeights {
  const measured = rows.flatMap(({dataset, offsetHeight}) =>
    dataset['key'] === undefined || offsetHeight === 0 ? [] : [[dataset['key'], offsetHeight] as const],
  )
  if (measured.length === 0) return heights
  // Of the first that are seen one may be open: that is not what the others will be.
  const usual = heights === UNMEASURED ? Math.min(...measured.map(([, height]) => height)) : heights.usual
  const others = new Map(heights.others)
  for (const [key, height] of measured) {
    if (height === usual) others.delete(key)
    else others.set(key, height)
  }
  const isSame =
    heights !== UNMEASURED &&
    usual === heights.usual &&
    others.size === heights.others.size &&
    measured.every(([key]) => others.get(key) === heights.others.get(key))
  return isSame ? heights : {usual, others}
}
