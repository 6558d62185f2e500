import {useLayoutEffect, useRef, useState} from 'react'
import type {RowActions} from './EntryRow.tsx'

/** The same object at every drawing, which does as the last one says: a row need not be drawn again for it. */
export function useSteadyActions(actions: RowActions): RowActions {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  }, [actions])
  const [steady] = useState((): RowActions => ({
    toggle: (key, place) => latest.current.toggle(key, place),
    focus: (place) => latest.current.focus(place),
    select: (row, range) => latest.current.select(row, range),
    repair: (row, choice) => latest.current.repair(row, choice),
    other: (row, kind) => latest.current.other(row, kind),
    note: (row, isNoting) => latest.current.note(row, isNoting),
    undo: (row, record) => latest.current.undo(row, record),
  }))
  return steady
}
