import {wallClockInstant} from './wall-clock.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A day on a school's clock, as `2026-03-10`, and the moment at which it begins. */
export type SchoolDay = {day: string; begins: number}

/**
 * The last days on a school's clock, oldest first; the last is the one that `now` is in, and not over yet.
 *
 * @example schoolDays(Date.parse('2026-03-10T23:30:00Z'), {count: 2, zone: 'Europe/Oslo'}).at(-1)?.day // '2026-03-11'
 */
export function schoolDays(now: number, {count, zone}: {count: number; zone: string}): SchoolDay[] {
  const [year = 0, month = 1, date = 1] = schoolDay(now, zone).split('-').map(Number)
  return Array.from({length: count}, (_, nth) => {
    // By the calendar, not by hours: a day may have 23 or 25 of them.
    const day = new Date(Date.UTC(year, month - 1, date - (count - 1 - nth))).toISOString().slice(0, 10)
    return {day, begins: beginningOf(day, zone)}
  })
}

/** On which day of the school's clock a moment is: `2026-03-10`. */
export function schoolDay(at: number, zone: string): string {
  const known = formats.get(zone)
  const format = known ?? new Intl.DateTimeFormat('en-CA', {timeZone: zone, dateStyle: 'short'})
  if (known === undefined) formats.set(zone, format)
  return format.format(at)
}

function beginningOf(day: string, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return wallClockInstant({year, month, day: date, hour: 0, minute: 0, second: 0, ms: 0}, zone)
}
