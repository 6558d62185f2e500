import {toIso} from '../core/contract/instant.ts'
import {createPurchaseWatch, type PurchaseWatch} from '../live/purchase-watch.ts'
import {keptText} from './kept-text.ts'
import {onWake} from './on-wake.ts'
import type {PassesSession} from './passes-session.ts'

const watches = new WeakMap<PassesSession, Map<string, PurchaseWatch>>()

/** The purchase that somebody tries at the school: as long as the Studio is open, whichever screen is. */
export function purchaseOf(session: PassesSession, school: string): PurchaseWatch {
  const known = watches.get(session) ?? new Map<string, PurchaseWatch>()
  watches.set(session, known)
  const watch = known.get(school) ?? watchPurchase(session, school)
  known.set(school, watch)
  return watch
}

function watchPurchase({ask}: PassesSession, school: string): PurchaseWatch {
  return createPurchaseWatch({
    read: ({since, pass}) => ask('purchase', {school, since: since === null ? null : toIso(since), pass}),
    kept: keptText(`purchase ${school}`),
    onWake,
  })
}
