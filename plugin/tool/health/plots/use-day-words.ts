import type {HealthDay} from '../../../core/contract/health.ts'
import {useText} from '../../../i18n/use-text.ts'
import {amountOf, isGap, type PlotPart} from './plot-part.ts'
import {useDays} from './use-days.ts'

/**
 * A day of a plot in one line: `Tue 10 Mar: Has its pass 2 · No pass 0`.
 *
 * @example const dayWords = useDayWords(PLOTS.sales); dayWords(day)
 */
export function useDayWords(parts: readonly PlotPart[]): (day: HealthDay) => string {
  const text = useText()
  const {weekday, number} = useDays()
  return (day) => {
    const amounts = parts.map((part) => ({part, amount: amountOf(part, day)}))
    const what = isGap(parts, day)
      ? text('health.plot.part.unknown')
      : amounts
          .map(({part, amount}) =>
            text('health.plot.amount', {
              part: text(`health.plot.part.${part}`),
              amount: amount === null ? text('health.plot.not_known') : number(amount),
            }),
          )
          .join(' · ')
    return text('health.plot.day', {day: weekday(day.day), what})
  }
}
