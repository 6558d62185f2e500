import {toIso} from '../core/contract/instant.ts'
import {createPurchaseWatch} from '../live/purchase-watch.ts'
import {keptText} from './kept-text.ts'
import {onWake} from './on-wake.ts'
import {perSession} from './per-session.ts'

/** The purchase that somebody tries at the school: as long as the Studio is open, whichever screen is. */
export const purchaseOf = perSession(({ask}, school: string) =>
  createPurchaseWatch({
    read: ({since, pass}) => ask('purchase', {school, since: since === null ? null : toIso(since), pass}),
    kept: keptText(`purchase ${school}`),
    onWake,
  }),
)
