/** A moment as a builder takes it: Stripe's whole seconds, a Date, or ISO 8601 text. */
export type Moment = number | Date | string

/**
 * Stripe counts time in whole seconds since 1970.
 *
 * @throws RangeError for text that is not a time, so that a typing error in a fixture is seen at once.
 */
export function unixSeconds(moment: Moment): number {
  if (typeof moment === 'number') return Math.floor(moment)
  const milliseconds = new Date(moment).getTime()
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not a time: ${String(moment)}`)
  return Math.floor(milliseconds / 1000)
}
