import {MINUTE, type Instant} from '../contract/instant.ts'

/** What judging depends on beside the facts. The engine has no clock of its own. */
export type ReconcileOptions = {
  now: Instant
  /** How long the platform's own webhook may take before nothing granted means missing. Default 10. */
  transitMinutes?: number
  /** Whether real money counts (default) or, at a school that is still trying things out, test money. */
  live?: boolean
  /** The platform's own Stripe application id, where it is known: another one on a payment is worth a look. */
  application?: string | null
  /** Counts the comparisons that are made, for whoever measures how the work grows. */
  tally?: {comparisons: number}
}

export type Setting = {
  now: Instant
  transit: number
  live: boolean
  application: string | null
  tally: {comparisons: number}
}

export function settingOf(options: ReconcileOptions): Setting {
  const {now, transitMinutes = 10, live = true, application = null, tally = {comparisons: 0}} = options
  return {now, transit: transitMinutes * MINUTE, live, application, tally}
}
