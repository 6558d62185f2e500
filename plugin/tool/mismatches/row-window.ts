import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/react-virtual'

/** Which rows are in the page, and how tall all of them are together. */
export type RowWindow = {items: readonly VirtualItem[]; height: number}

export type RowWindowStore = {
  subscribe: (listener: () => void) => () => void
  getSnapshot: () => RowWindow
  /** Begins to watch the frame that scrolls. Returns what ends it. */
  attach: (frame: HTMLElement) => () => void
  setKeys: (keys: readonly string[]) => void
  /** To be given every row's element, for its real height. */
  measure: (element: HTMLElement | null) => void
  scrollTo: (place: number) => void
}

const USUAL_HEIGHT = 76
const ROWS_AHEAD = 6

// The library's own hook hands out one object that it changes, which the React Compiler would remember as it was.
/** The part of a long list that can be seen, as a store outside React. */
export function createRowWindow(): RowWindowStore {
  const listeners = new Set<() => void>()
  let frame: HTMLElement | null = null
  let keys: readonly string[] = []
  let snapshot: RowWindow = {items: [], height: 0}

  const publish = () => {
    snapshot = {items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize()}
    for (const listener of listeners) listener()
  }
  const options = () => ({
    count: keys.length,
    getScrollElement: () => frame,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (place: number) => keys[place] ?? place,
    overscan: ROWS_AHEAD,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: publish,
  })
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(options())

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach(element) {
      frame = element
      const end = virtualizer._didMount()
      virtualizer._willUpdate()
      publish()
      return () => {
        end()
        frame = null
      }
    },
    setKeys(next) {
      keys = next
      virtualizer.setOptions(options())
      virtualizer._willUpdate()
      publish()
    },
    measure: (element) => virtualizer.measureElement(element),
    scrollTo: (place) => virtualizer.scrollToIndex(place),
  }
}
