import {useCurrentLocale} from 'sanity'
import type {Instant} from '../../core/contract/instant.ts'

export type Times = {
  /** `12 Sep 2026` */
  date: (at: Instant) => string
  /** `12 Sep 2026, 10:31` */
  dateTime: (at: Instant) => string
  /** `10:31` */
  clock: (at: Instant) => string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Times on the school's clock, in the Studio's language: wherever the person sits, a class is at its own hour.
 *
 * @example const times = useTimes(school.timeZone); times.dateTime(payment.paidAt)
 */
export function useTimes(timeZone: string): Times {
  const {id} = useCurrentLocale()
  return {
    date: (at) => formatOf(id, timeZone, {dateStyle: 'medium'}).format(at),
    dateTime: (at) => formatOf(id, timeZone, {dateStyle: 'medium', timeStyle: 'short'}).format(at),
    clock: (at) => formatOf(id, timeZone, {timeStyle: 'short'}).format(at),
  }
}

function formatOf(locale: string, timeZone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, style])
  const known = formats.get(key)
  if (known) return known
  const format = createFormat(locale, timeZone, style)
  formats.set(key, format)
  return format
}

function createFormat(
  locale: string,
  timeZone: string,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, {...style, timeZone})
  } catch {
    // A zone that this browser does not know: better the hour in UTC, and saying so, than no list at all.
    return new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      ...(style.timeStyle ? {hour: 'numeric', minute: '2-digit', timeZoneName: 'short'} : {}),
      timeZone: 'UTC',
    })
  }
}
