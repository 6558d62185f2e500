import {useState} from 'react'
import {entryParties} from '../../engine/entry-parties.ts'
import type {Wording} from '../parts/evidence-words.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Row} from '../../engine/rows.ts'
import {requestFor} from '../parts/repair-flow.ts'
import {whoseWords} from '../parts/whose-words.ts'
import {
  bulkKind,
  extend,
  maySelect,
  NOTHING,
  selectedRows,
  selectKind,
  toggle,
  type Selectable,
  type Selection,
} from './selection.ts'
import type {BatchItem} from './use-batch-repair.ts'

type SelectableRow = Selectable & {row: Row}

export type Bulk = {
  selected: readonly Row[]
  /** How many rows of the list could be repaired together with those that are selected. */
  ofKind: number
  isSelected: (row: Row) => boolean
  /** Null where a row may not be repaired with others at all; false where it is of another kind than the selected. */
  maySelect: (row: Row) => boolean | null
  /** Takes a row in or out; with `range` everything between it and the one picked last. */
  pick: (row: Row, range: boolean) => void
  selectKind: () => void
  clear: () => void
}

/**
 * Picking rows of a list to be repaired together. What was repaired meanwhile is not selected any more, nor is anything
 * in another view.
 *
 * @param view what the rows were chosen by, as text
 */
export function useBulk(view: string, listed: readonly Row[]): Bulk {
  const [of, setOf] = useState({view, selection: NOTHING})
  const selection = of.view === view ? of.selection : NOTHING
  const setSelection = (next: Selection) => setOf({view, selection: next})
  const list: SelectableRow[] = listed.map((row) => ({row, key: row.entry.key, kind: bulkKind(row.entry)}))
  const selected = selectedRows(selection, list)
  const kind = selected[0]?.kind ?? null
  const keys = new Set(selected.map(({key}) => key))
  return {
    selected: selected.map(({row}) => row),
    ofKind: kind === null ? 0 : list.filter((one) => one.kind === kind).length,
    isSelected: ({entry}) => keys.has(entry.key),
    maySelect({entry}) {
      const own = bulkKind(entry)
      return own === null ? null : maySelect(selected, {key: entry.key, kind: own})
    },
    pick: ({entry}, range) =>
      setSelection(range ? extend(selection, list, entry.key) : toggle(selection, list, entry.key)),
    selectKind() {
      if (kind !== null) setSelection(selectKind(list, kind))
    },
    clear: () => setSelection(NOTHING),
  }
}

/** What is asked for the selected rows. */
export function batchItems(rows: readonly Row[], index: FactsIndex, {text}: Wording): BatchItem[] {
  return rows.flatMap(({entry, amount, createdAt}) => {
    const request = requestFor(entry)
    if (request === null) return []
    const whose = whoseWords(entryParties(entry, index), text)
    return [{key: entry.key, request, whose, amount, createdAt}]
  })
}
