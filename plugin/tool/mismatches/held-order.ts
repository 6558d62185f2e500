import type {Row} from '../../engine/rows.ts'

export type HeldOrder = {
  /** The rows to show, in the order in which they were laid out. */
  listed: readonly Row[]
  /** Keys of rows that no longer fit the view: they were repaired meanwhile, and stay where they are. */
  done: ReadonlySet<string>
  /** How many rows fit the view but came after it was laid out. */
  fresh: number
}

/**
 * What a list shows that was laid out once, now that its rows have changed: nothing moves under a pointer. `rows` is
 * every row there is, `shown` those that fit the view.
 */
export function heldOrder(laid: readonly Row[], rows: readonly Row[], shown: readonly Row[]): HeldOrder {
  const byKey = new Map(rows.map((row) => [row.entry.key, row]))
  const fits = new Set(shown.map((row) => row.entry.key))
  const held = new Set(laid.map((row) => row.entry.key))
  const listed = laid.flatMap((row) => byKey.get(row.entry.key) ?? afterItsEnd(row))
  return {
    listed,
    done: new Set(listed.map((row) => row.entry.key).filter((key) => !fits.has(key))),
    fresh: shown.filter((row) => !held.has(row.entry.key)).length,
  }
}

/** A pass that nobody paid is no entry any more once it has ended, but it was one when the list was laid out. */
function afterItsEnd(row: Row): Row[] {
  return row.entry.payment !== null ? [] : [{...row, tab: ['all']}]
}
