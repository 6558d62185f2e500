import type {OverviewAnswer} from '../../core/contract/overview.ts'
import {isLate} from '../mismatches/upkeep-words.ts'

/** How it stands with a school, the worst first. */
export const SCHOOL_STATES = ['unreadable', 'scan_failed', 'scan_late', 'unwatched', 'well'] as const
export type SchoolState = (typeof SCHOOL_STATES)[number]

/** Whether a school can be read, and whether anybody looks without being asked, by what is remembered of it. */
export function schoolState(
  {trouble, upkeep: {lastRun, nextRun, lastWebhook}}: OverviewAnswer['schools'][number],
  now: number,
): SchoolState {
  if (trouble !== null || lastRun?.fault === 'account_unreadable') return 'unreadable'
  if (lastRun !== null && lastRun.fault !== null) return 'scan_failed'
  if (nextRun !== null && isLate(nextRun, now)) return 'scan_late'
  return lastRun === null && lastWebhook === null ? 'unwatched' : 'well'
}
