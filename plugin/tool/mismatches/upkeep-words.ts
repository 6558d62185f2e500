import {MINUTE} from '../../core/contract/instant.ts'
import type {Upkeep} from '../../core/contract/upkeep.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'
import {spanWords} from '../parts/span-words.ts'

// A scheduler is seldom on the second, and a run takes a while.
const LATE_AFTER = 30 * MINUTE

/**
 * Whether somebody is told of payments without asking: `last webhook 3 minutes ago`, `next scan 03:00`.
 *
 * @param options.clock a moment on the school's clock: `03:00`
 */
export function upkeepWords(
  {lastWebhook, lastRun, nextRun}: Upkeep,
  {now, text, clock}: {now: number; text: FirstText; clock: (at: number) => string},
): string[] {
  const ago = (at: number): string => spanWords(Math.max(0, now - at), text)
  const webhook =
    lastWebhook === null
      ? text('mismatches.no_webhook')
      : text('mismatches.webhook', {time: ago(lastWebhook)})
  if (lastRun === null && nextRun === null) return [webhook, text('mismatches.no_scan')]
  const scans: string[] = []
  if (lastRun !== null && lastRun.fault !== null)
    scans.push(text('mismatches.failed_scan', {time: ago(lastRun.at)}))
  if (nextRun !== null) {
    scans.push(
      text(isLate(nextRun, now) ? 'mismatches.late_scan' : 'mismatches.next_scan', {time: clock(nextRun)}),
    )
  } else if (lastRun !== null && lastRun.fault === null) {
    scans.push(text('mismatches.last_scan', {time: ago(lastRun.at)}))
  }
  return [webhook, ...scans]
}

/** Whether a run that was to come has not. */
export function isLate(nextRun: number, now: number): boolean {
  return now > nextRun + LATE_AFTER
}
