import {DAY, HOUR, MINUTE, SECOND} from '../../core/contract/instant.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'

/** A span of time in its largest whole unit: `2 minutes`, `3 days`. The sign does not matter. */
export function spanWords(ms: number, text: FirstText): string {
  const span = Math.abs(ms)
  if (span < MINUTE) return text('span.seconds', {count: Math.floor(span / SECOND)})
  if (span < HOUR) return text('span.minutes', {count: Math.floor(span / MINUTE)})
  if (span < DAY) return text('span.hours', {count: Math.floor(span / HOUR)})
  return text('span.days', {count: Math.floor(span / DAY)})
}
