import {DAY} from '../../plugin/core/contract/instant.ts'
import {aPass, aPayment, anEntitlement, BOUGHT, someNames, stored} from './build-facts.ts'

export const names = someNames({
  sale: 'pass_upgrade',
  upgradeFrom: 'old',
  newPassPrice: 2290,
  upgradeCost: 2000,
})

/** The payment of an upgrade from the trial pass to the clip card. */
export const upgrade = aPayment({id: 'cs_live_2', names})

/** What it starts from. */
export const old = anEntitlement({
  id: 'old',
  pass: 'P2',
  session: 'cs_live_0',
  paymentIntent: null,
  createdAt: BOUGHT - 10 * DAY,
  starts: stored(BOUGHT - 10 * DAY),
  ends: stored(BOUGHT + 80 * DAY),
})

/** What it leads to. */
export const made = anEntitlement({
  id: 'new',
  session: 'cs_live_2',
  paymentIntent: 'pi_cs_live_2',
  isUpgrade: true,
})

export const passes = [aPass(), aPass({id: 'P2', name: 'Trial'})]
