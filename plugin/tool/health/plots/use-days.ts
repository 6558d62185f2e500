import {useCurrentLocale} from 'sanity'

// A day is the same wherever one stands: it begins in UTC for the format only.
const DAY_MONTH = {day: 'numeric', month: 'short', timeZone: 'UTC'} as const

/**
 * Days such as `2026-09-12` in the Studio's language, and numbers.
 *
 * @example const {dayMonth, weekday} = useDays(); [dayMonth('2026-09-12'), weekday('2026-09-12')] // ['12 Sept', 'Sat 12 Sept']
 */
export function useDays() {
  const {id: locale} = useCurrentLocale()
  const short = new Intl.DateTimeFormat(locale, DAY_MONTH)
  const long = new Intl.DateTimeFormat(locale, {...DAY_MONTH, weekday: 'short'})
  const whole = new Intl.NumberFormat(locale)
  return {
    dayMonth: (day: string): string => short.format(Date.parse(day)),
    weekday: (day: string): string => long.format(Date.parse(day)),
    number: (amount: number): string => whole.format(amount),
  }
}
