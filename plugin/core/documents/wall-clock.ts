import {DAY} from '../contract/instant.ts'

/** What a clock on the wall shows. Months count from 1. */
export type WallClock = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times more than using it. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const shown: Record<string, number> = {}
  for (const {type, value} of formatIn(zone).formatToParts(at)) shown[type] = Number(value)
  const whole = Math.floor(at / 1_000) * 1_000
  const part = (name: string): number => shown[name] ?? 0
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    whole
  )
}

/**
 * The moment at which the zone's clock shows this. Where the clock skips the hour it is the moment as if it had
 * not; where the hour comes twice it is the first.
 *
 * @example wallClockInstant({year: 2026, month: 5, day: 1, hour: 23, minute: 59, second: 59, ms: 0}, 'Europe/Oslo')
 */
export function wallClockInstant(wall: WallClock, zone: string): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.ms)
  // No clock changes twice within two days.
  const before = asUtc - offsetAt(asUtc - DAY, zone)
  const after = asUtc - offsetAt(asUtc + DAY, zone)
  if (before === after || offsetAt(before, zone) === asUtc - before) return before
  return offsetAt(after, zone) === asUtc - after ? after : before
}
