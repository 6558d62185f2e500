import {useState, type KeyboardEvent} from 'react'
import {isOneKey, type MendingKeys} from '../parts/mending-keys.ts'

type RowKeys = {
  /** The row that the keyboard is on: the only one in the page's tab order. */
  current: number
  setCurrent: (place: number) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

type Options = {
  /** What the rows were chosen by: in another view the keyboard begins at the top again. */
  view: string
  count: number
  onMove: (place: number) => void
  onRepair: (place: number) => void
  /** Opens a row with a note to be written. */
  onNote: (place: number) => void
  mendingKeys: MendingKeys
  /** Picks a row, or with `range` everything up to it. */
  onSelect: (place: number, range: boolean) => void
}

/** Moving through rows by keyboard: arrows or j and k, Home and End; g repairs, n notes, x selects, z takes back, t tells. Enter is the row's own button. */
export function useRowKeys(options: Options): RowKeys {
  const {view, count, onMove, onRepair, onNote, onSelect, mendingKeys} = options
  const [at, setAt] = useState({view, place: 0})
  const current = at.view === view ? Math.max(0, Math.min(at.place, count - 1)) : 0
  const setCurrent = (place: number) => setAt({view, place})

  const move = (place: number) => {
    const next = Math.max(0, Math.min(place, count - 1))
    setCurrent(next)
    onMove(next)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isOneKey(event)) return
    const place = targetOf(event.key, current, count)
    if (place !== null) {
      event.preventDefault()
      move(place)
    } else if (event.key === 'g') {
      event.preventDefault()
      onRepair(current)
    } else if (event.key === 'n') {
      event.preventDefault()
      onNote(current)
    } else if (event.key === 'x' || event.key === 'X') {
      event.preventDefault()
      onSelect(current, event.shiftKey)
    } else mendingKeys(event)
  }

  return {current, setCurrent, onKeyDown}
}

function targetOf(key: string, current: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return current + 1
    case 'ArrowUp':
    case 'k':
      return current - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
