import {useState} from 'react'
import type {Row} from '../../engine/rows.ts'
import {heldOrder, type HeldOrder} from './held-order.ts'

const NOTHING_DONE: ReadonlySet<string> = new Set()

type Rows = {
  /** Every row there is. */
  rows: readonly Row[]
  /** Those that fit the view. */
  shown: readonly Row[]
  /** False while older rows are still to come: they are laid out below the others, and nothing moves. */
  isWhole: boolean
}

/**
 * The rows of a view in the order in which they were laid out when it was entered. A row that was repaired stays where
 * it is until the view is left, and one that came since waits: nothing moves under a pointer.
 *
 * @param view what the rows were chosen by, as text
 */
export function useHeldOrder(view: string, {rows, shown, isWhole}: Rows): HeldOrder & {layAnew: () => void} {
  const [laid, setLaid] = useState({view, shown, isWhole})
  const isEntered = laid.view !== view || laid.isWhole !== isWhole
  if (isEntered) setLaid({view, shown, isWhole})
  const layAnew = () => setLaid({view, shown, isWhole})
  if (isEntered || !isWhole || laid.shown === shown)
    return {listed: shown, done: NOTHING_DONE, fresh: 0, layAnew}
  return {...heldOrder(laid.shown, rows, shown), layAnew}
}
