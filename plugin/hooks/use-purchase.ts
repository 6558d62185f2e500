import {useSyncExternalStore} from 'react'
import type {PurchaseWatchState} from '../live/purchase-watch.ts'
import {usePasses} from './passes-context.ts'
import {purchaseOf} from './purchase-of.ts'

/**
 * The purchase that is watched at a school, if one is. It goes on being watched whichever screen is open.
 *
 * @example const {watched, start} = usePurchase(school.id); start('pass-trial')
 */
export function usePurchase(school: string): {
  watched: PurchaseWatchState | null
  start: (pass: string | null) => void
  clear: () => void
} {
  const {subscribe, getSnapshot, start, clear} = purchaseOf(usePasses(), school)
  return {watched: useSyncExternalStore(subscribe, getSnapshot), start, clear}
}
