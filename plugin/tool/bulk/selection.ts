import type {Entry} from '../../core/contract/entry.ts'
import type {RepairKind} from '../../core/contract/repair.ts'
import {isMismatch} from '../../core/contract/verdict.ts'
import {needsReason} from '../parts/repair-flow.ts'

/** Rows that somebody picked to be repaired together, and the one that a range is counted from. */
export type Selection = {keys: ReadonlySet<string>; anchor: string | null}

/** A row of the list, in its order. `kind` is null where it may not be repaired with others. */
export type Selectable = {key: string; kind: RepairKind | null}

/** More are not sent with one click. */
export const SELECT_AT_MOST = 500

export const NOTHING: Selection = {keys: new Set(), anchor: null}

/** What repairing a row together with others would do; null where it has to be looked at by itself. */
export function bulkKind(entry: Entry): RepairKind | null {
  const {repair, confidence, dismissed, verdict} = entry
  if (repair === null || confidence !== 'certain' || dismissed !== null || !isMismatch(verdict)) return null
  return repair.kind === 'choose' || needsReason({kind: repair.kind}, entry) ? null : repair.kind
}

/** The selected rows that can still be repaired, in the order of the list: one that was repaired drops out by itself. */
export function selectedRows<Row extends Selectable>({keys}: Selection, list: readonly Row[]): Row[] {
  return list.filter(({key, kind}) => kind !== null && keys.has(key)).slice(0, SELECT_AT_MOST)
}

/** Whether a row may join those that are selected: only rows of one kind are repaired together. */
export function maySelect(selected: readonly Selectable[], row: Selectable): boolean {
  if (row.kind === null) return false
  const [first] = selected
  if (first === undefined || selected.some(({key}) => key === row.key)) return true
  return selected.length < SELECT_AT_MOST && first.kind === row.kind
}

/** Takes a row in or out. */
export function toggle(selection: Selection, list: readonly Selectable[], key: string): Selection {
  const row = list.find((one) => one.key === key)
  const selected = selectedRows(selection, list)
  if (row === undefined || !maySelect(selected, row)) return selection
  const keys = new Set(selected.map((one) => one.key))
  if (!keys.delete(key)) keys.add(key)
  return {keys, anchor: key}
}

/** Takes in everything of the same kind between the row picked last and this one. */
export function extend(selection: Selection, list: readonly Selectable[], key: string): Selection {
  const from = list.findIndex((one) => one.key === selection.anchor)
  const to = list.findIndex((one) => one.key === key)
  if (from === -1 || to === -1) return toggle(selection, list, key)
  const range = list.slice(Math.min(from, to), Math.max(from, to) + 1)
  const kind = selectedRows(selection, list)[0]?.kind ?? list[from]?.kind ?? null
  const fitting = range.filter((one) => one.kind !== null && one.kind === kind)
  const keys = [...selectedRows(selection, list), ...fitting].map((one) => one.key)
  return {keys: new Set([...new Set(keys)].slice(0, SELECT_AT_MOST)), anchor: selection.anchor}
}

/** Everything in the list that is repaired in one way, as far as one click goes. */
export function selectKind(list: readonly Selectable[], kind: RepairKind): Selection {
  const keys = list.filter((one) => one.kind === kind).map((one) => one.key)
  return {keys: new Set(keys.slice(0, SELECT_AT_MOST)), anchor: keys[0] ?? null}
}
