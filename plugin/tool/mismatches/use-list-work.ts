import {useState, type RefObject} from 'react'
import type {Row} from '../../engine/rows.ts'
import type {Bulk} from '../bulk/use-bulk.ts'
import {mendingKeys} from '../parts/mending-keys.ts'
import type {Mending} from '../parts/use-mending.tsx'
import {whoseWords} from '../parts/whose-words.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {useRowKeys} from './use-row-keys.ts'
import {useSteadyActions} from './use-steady-actions.ts'
import type {View} from './view.ts'
import type {VirtualRowsHandle} from './VirtualRows.tsx'

type Options = {
  /** What the rows were chosen by. */
  name: string
  listed: readonly Row[]
  view: View
  list: RefObject<VirtualRowsHandle | null>
  bulk: Bulk
  mending: Mending
  wording: Wording
  onView: (next: Partial<View>) => void
}

/** What can be done in a list, by its buttons and by its keys. */
export function useListWork({name, listed, view, list, bulk, mending, wording: {text}, onView}: Options) {
  const {repairing, undoing} = mending
  const [noting, setNoting] = useState<string | null>(null)
  const keys = useRowKeys({
    view: name,
    count: listed.length,
    onMove: (place) => list.current?.focus(place),
    onRepair(place) {
      const row = listed[place]
      if (row) repairing.start(row.entry)
    },
    onNote(place) {
      const row = listed[place]
      if (row === undefined) return
      setNoting(row.entry.key)
      if (view.open !== row.entry.key) onView({open: row.entry.key})
      list.current?.reveal(place)
    },
    onSelect(place, range) {
      const row = listed[place]
      if (row) bulk.pick(row, range)
    },
    mendingKeys: mendingKeys(mending),
  })
  const actions = useSteadyActions({
    toggle(key, place) {
      setNoting(null)
      onView({open: view.open === key ? null : key})
      if (view.open !== key) list.current?.reveal(place)
    },
    focus: keys.setCurrent,
    select: bulk.pick,
    repair: (row, choice) => repairing.start(row.entry, choice),
    other: (row, kind) => repairing.startOther(row.entry, kind),
    undo: (row, {id, kind}) => undoing.start({id, kind, whose: whoseWords(row, text), record: null}),
    note: (row, isNoting) => setNoting(isNoting ? row.entry.key : null),
  })
  return {keys, actions, noting}
}
