import {useState} from 'react'
import type {Row} from '../../engine/rows.ts'
import {heldOrder, type HeldOrder} from './held-order.ts'

const NOTHING_DONE: ReadonlySet<string> = new Set()

/**
 * The rows of a view in the order in which they were laid out when it was entered. A row that was repaired stays where
 * it is until the view is left, and one that came since waits: nothing moves under a pointer.
 *
 * @param view what the rows were chosen by, as text
 */
export function useHeldOrder(
  view: string,
  rows: readonly Row[],
  shown: readonly Row[],
): HeldOrder & {layAnew: () => void} {
  const [laid, setLaid] = useState({view, shown})
  const isEntered = laid.view !== view
  if (isEntered) setLaid({view, shown})
  const layAnew = () => setLaid({view, shown})
  if (isEntered || laid.shown === shown) return {listed: shown, done: NOTHING_DONE, fresh: 0, layAnew}
  return {...heldOrder(laid.shown, rows, shown), layAnew}
}
