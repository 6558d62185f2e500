import {Box} from '@sanity/ui'
import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type KeyboardEventHandler,
  type ReactNode,
  type Ref,
} from 'react'
import type {RowFrame} from './row-frame.ts'
import {layOut, rowsIn, scrollFor} from './row-window.ts'

export type VirtualRowsHandle = {
  /** Brings a row into view and puts the focus on its button. */
  focus: (place: number) => void
  /** Brings a row that has just grown into view, as far as it fits. */
  reveal: (place: number) => void
}

type VirtualRowsProps = {
  ref?: Ref<VirtualRowsHandle>
  /** Outlives the rows: when some are found again, all is known of it already. */
  frame: RowFrame
  /** What the list is called, for who cannot see it. */
  label: string
  /** What the rows were chosen by. */
  view: string
  /** One key a row, in order; none while they are still to come. */
  keys: readonly string[]
  /** The place of the row that the keyboard is on: it stays in the page wherever somebody scrolls. */
  current: number
  onKeyDown: KeyboardEventHandler<HTMLElement>
  renderRow: (place: number) => ReactNode
  /** The same, in few words, for as long as somebody rushes by. */
  renderGlimpse: (place: number) => ReactNode
}

/** Rows of any height, of which only those in view are in the page: ten thousand scroll like ten. */
export function VirtualRows({
  ref,
  frame,
  label,
  view,
  keys,
  current,
  onKeyDown,
  renderRow,
  renderGlimpse,
}: VirtualRowsProps) {
  const element = useRef<HTMLDivElement>(null)
  const drawn = useSyncExternalStore(frame.subscribe, frame.getDrawn)
  const heights = useSyncExternalStore(frame.subscribe, frame.getHeights)
  const layout = layOut(keys, heights)
  const {total} = layout

  useLayoutEffect(() => (element.current ? frame.attach(element.current) : undefined), [frame])
  useLayoutEffect(() => frame.enter(view), [frame, view])
  const isFilled = keys.length > 0
  useLayoutEffect(() => frame.fill(isFilled), [frame, isFilled])
  const rowAt = (place: number) => element.current?.querySelector<HTMLElement>(`[data-index="${place}"]`)
  useImperativeHandle(ref, () => ({
    focus(place) {
      const top = scrollFor(layout, place, whole(element.current))
      if (top !== null) frame.scrollTo(top)
      const button = () => rowAt(place)?.querySelector<HTMLElement>('[data-row-button]')
      const found = button()
      if (found) found.focus({preventScroll: true})
      else requestAnimationFrame(() => button()?.focus({preventScroll: true}))
    },
    reveal: (place) => requestAnimationFrame(() => rowAt(place)?.scrollIntoView({block: 'nearest'})),
  }))

  return (
    <Box
      ref={element}
      data-rows
      flex={1}
      marginTop={3}
      paddingX={[2, 3, 4]}
      style={{overflowY: 'auto', minHeight: 0}}
      onKeyDown={onKeyDown}
    >
      {isFilled ? (
        <ul
          aria-label={label}
          style={{
            height: total,
            position: 'relative',
            width: '100%',
            listStyle: 'none',
            margin: 0,
            padding: 0,
          }}
        >
          {rowsIn(layout, drawn, current).map(({place, top, height, isWhole}) => (
            <li
              key={keys[place]}
              ref={isWhole ? frame.measure : null}
              aria-setsize={keys.length}
              aria-posinset={place + 1}
              data-index={place}
              data-key={keys[place]}
              className="row-place"
              style={isWhole ? {top} : {top, height}}
            >
              {isWhole ? renderRow(place) : renderGlimpse(place)}
            </li>
          ))}
        </ul>
      ) : null}
    </Box>
  )
}

function whole(frame: HTMLElement | null) {
  return {top: frame?.scrollTop ?? 0, height: frame?.clientHeight ?? 0}
}
