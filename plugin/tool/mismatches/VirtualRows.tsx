import {Box} from '@sanity/ui'
import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEventHandler,
  type ReactNode,
  type Ref,
} from 'react'
import {createRowWindow} from './row-window.ts'

export type VirtualRowsHandle = {
  /** Brings a row into view and puts the focus on its button. */
  focus: (place: number) => void
  /** Brings a row that has just grown into view, as far as it fits. */
  reveal: (place: number) => void
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

/** Rows of any height, of which only those in view are in the page: ten thousand scroll like ten. */
export function VirtualRows({ref, label, keys, onKeyDown, renderRow}: VirtualRowsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [rows] = useState(createRowWindow)
  const {items, height} = useSyncExternalStore(rows.subscribe, rows.getSnapshot)
  const names = keys.join('\n')

  useLayoutEffect(() => (frame.current ? rows.attach(frame.current) : undefined), [rows])
  // By its text: a list of the same keys in a new array is the same list.
  useLayoutEffect(() => rows.setKeys(names === '' ? [] : names.split('\n')), [rows, names])
  useImperativeHandle(ref, () => ({
    focus(place) {
      rows.scrollTo(place)
      const button = () =>
        frame.current?.querySelector<HTMLElement>(`[data-index="${place}"] [data-row-button]`)
      const found = button()
      if (found) found.focus()
      else requestAnimationFrame(() => button()?.focus())
    },
    reveal(place) {
      const row = () => frame.current?.querySelector(`[data-index="${place}"]`)
      requestAnimationFrame(() => row()?.scrollIntoView({block: 'nearest'}))
    },
  }))

  return (
    <Box
      ref={frame}
      flex={1}
      marginTop={3}
      paddingX={[2, 3, 4]}
      style={{overflowY: 'auto', minHeight: 0}}
      onKeyDown={onKeyDown}
    >
      <ul
        aria-label={label}
        style={{height, position: 'relative', width: '100%', listStyle: 'none', margin: 0, padding: 0}}
      >
        {items
          .filter(({index}) => index < keys.length)
          .map(({key, index, start}) => (
            <li
              key={key}
              ref={rows.measure}
              aria-setsize={keys.length}
              aria-posinset={index + 1}
              data-index={index}
              style={{
                position: 'absolute',
                top: 0,
                left: 0,
                width: '100%',
                transform: `translateY(${start}px)`,
              }}
            >
              {renderRow(index)}
            </li>
          ))}
      </ul>
    </Box>
  )
}
