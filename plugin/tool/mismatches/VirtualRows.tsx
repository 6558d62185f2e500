import {Box} from '@sanity/ui'
import {useVirtualizer} from '@tanstack/react-virtual'
import {useImperativeHandle, useRef, type KeyboardEventHandler, type ReactNode, type Ref} from 'react'

export type VirtualRowsHandle = {
  /** Brings a row into view and puts the focus on its button. */
  focus: (place: number) => void
}

type VirtualRowsProps = {
  ref?: Ref<VirtualRowsHandle>
  /** What the list is called, for who cannot see it. */
  label: string
  /** One key a row, in order. */
  keys: readonly string[]
  onKeyDown: KeyboardEventHandler<HTMLElement>
  renderRow: (place: number) => ReactNode
}

const USUAL_HEIGHT = 76
const ROWS_AHEAD = 6

/** Rows of any height, of which only those in view are in the page: ten thousand scroll like ten. */
export function VirtualRows({ref, label, keys, onKeyDown, renderRow}: VirtualRowsProps) {
  // The virtualizer keeps one object and changes it, which the compiler's memo would freeze.
  'use no memo'
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: keys.length,
    getScrollElement: () => frame.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (place) => keys[place] ?? place,
    overscan: ROWS_AHEAD,
  })
  useImperativeHandle(ref, () => ({
    focus(place) {
      rows.scrollToIndex(place)
      const button = () =>
        frame.current?.querySelector<HTMLElement>(`[data-place="${place}"] [data-row-button]`)
      const found = button()
      if (found) found.focus()
      else requestAnimationFrame(() => button()?.focus())
    },
  }))
  return (
    <Box
      ref={frame}
      flex={1}
      marginTop={3}
      paddingX={[2, 3, 4]}
      style={{overflowY: 'auto', minHeight: 0, contain: 'strict'}}
      onKeyDown={onKeyDown}
    >
      <div
        role="list"
        aria-label={label}
        style={{height: rows.getTotalSize(), position: 'relative', width: '100%'}}
      >
        {rows.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={rows.measureElement}
            role="listitem"
            aria-setsize={keys.length}
            aria-posinset={item.index + 1}
            data-index={item.index}
            data-place={item.index}
            style={{
              position: 'absolute',
              top: 0,
              left: 0,
              width: '100%',
              transform: `translateY(${item.start}px)`,
            }}
          >
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </Box>
  )
}
