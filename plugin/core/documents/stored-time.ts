import type {StoredTime} from '../contract/instant.ts'
import {wallClockInstant} from './wall-clock.ts'

const STORED =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/
/** How the platform and Sanity themselves write a time: this form needs no further look. */
const IN_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/

type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
}

/**
 * A time as somebody stored it. Without a zone it is the school's clock on that day; a date alone is the
 * beginning or, for the end of something, the last second of that day. Text that names no moment keeps `at: null`.
 *
 * @example storedTime('2026-05-01', 'Europe/Oslo', 'end') // {text: '2026-05-01', at: 2026-05-01T21:59:59Z}
 */
export function storedTime(text: string, zone: string, dateAlone: 'start' | 'end' = 'start'): StoredTime {
  return {text, at: instantIn(text, zone, dateAlone)}
}

function instantIn(text: string, zone: string, dateAlone: 'start' | 'end'): number | null {
  if (IN_UTC.test(text)) {
    const at = Date.parse(text)
    // JavaScript rolls 31 February over to March: the day must come back as it was written.
    return Number.isNaN(at) || new Date(at).getUTCDate() !== Number(text.slice(8, 10)) ? null : at
  }
  const found = STORED.exec(text.trim())
  if (found === null) return null
  const parts = partsOf(found, dateAlone)
  if (!isMoment(parts)) return null
  const offset = found[8]
  if (offset === undefined) return wallClockInstant(parts, zone)
  return utc(parts) - offsetMinutes(offset) * 60_000
}

function partsOf(found: RegExpExecArray, dateAlone: 'start' | 'end'): Parts {
  const isDateAlone = found[4] === undefined
  const atEnd = isDateAlone && dateAlone === 'end'
  return {
    year: Number(found[1]),
    month: Number(found[2]),
    day: Number(found[3]),
    hour: atEnd ? 23 : Number(found[4] ?? 0),
    minute: atEnd ? 59 : Number(found[5] ?? 0),
    second: atEnd ? 59 : Number(found[6] ?? 0),
    ms: Math.floor(Number(`0.${found[7] ?? 0}`) * 1_000),
  }
}

function utc({year, month, day, hour, minute, second, ms}: Parts): number {
  return Date.UTC(year, month - 1, day, hour, minute, second, ms)
}

function isMoment(parts: Parts): boolean {
  if (parts.hour > 23 || parts.minute > 59 || parts.second > 59 || parts.month < 1 || parts.month > 12)
    return false
  const date = new Date(Date.UTC(parts.year, parts.month - 1, parts.day))
  return date.getUTCMonth() === parts.month - 1 && date.getUTCDate() === parts.day
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0
  const sign = offset.startsWith('-') ? -1 : 1
  const digits = offset.slice(1).replace(':', '')
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || 0))
}
