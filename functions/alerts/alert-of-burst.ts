import {Fault} from '../../plugin/core/contract/fault.ts'
import {MINUTE} from '../../plugin/core/contract/instant.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import {alertOfRun} from './alert-of-run.ts'

/** One that fails is sent again by Stripe; so many at once are something that somebody has to mend. */
const BURST = 3
const WITHIN = 10 * MINUTE

/** After a delivery failed: tells of it where it is one of many, once for each cause until it is mended. */
export async function alertOfBurst(of: RequestCase): Promise<void> {
  const {alerter, now} = of
  if (alerter === null) return
  try {
    const lately = await alerter.deliveries(now() - WITHIN)
    const failed = lately.filter(({source, state}) => source === 'stripe-passes' && state === 'error')
    if (failed.length >= BURST) await alertOfRun(of, {left: [], full: false})
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    alerter.onFailed()
  }
}
