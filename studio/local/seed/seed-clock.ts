import {DAY, HOUR, MINUTE} from '../../../plugin/core/contract/instant.ts'

/** Times of the demo school, in milliseconds since 1970. */
export interface SeedClock {
  /** The moment the demo starts. */
  now: number
  /** A time of day in UTC, so many whole days before the day the demo starts. Negative days lie ahead. */
  daysAgo(days: number, hour: number, minute?: number): number
  minutesAgo(minutes: number): number
}

/**
 * Everything but what happened minutes ago hangs on the day, not on the moment: two starts on one day show the
 * same school.
 *
 * @example seedClock(new Date('2026-03-10T12:00:00Z')).daysAgo(3, 17, 30) // 2026-03-07T17:30:00Z
 */
export function seedClock(start: Date): SeedClock {
  const now = start.getTime()
  const today = Math.floor(now / DAY) * DAY
  return {
    now,
    daysAgo: (days, hour, minute = 0) => today - days * DAY + hour * HOUR + minute * MINUTE,
    minutesAgo: (minutes) => now - minutes * MINUTE,
  }
}
