import {Text} from '@sanity/ui'
import type {HealthDay} from '../../../core/contract/health.ts'
import {useText} from '../../../i18n/use-text.ts'
import {amountOf, type PlotPart} from './plot-part.ts'
import {useDays} from './use-days.ts'

const CELL = {padding: '0.4rem 1rem 0.4rem 0'} as const

type DayTableProps = {days: readonly HealthDay[]; parts: readonly PlotPart[]; title: string}

/** What a plot shows, in numbers, the newest day first. */
export function DayTable({days, parts, title}: DayTableProps) {
  const text = useText()
  const {weekday, number} = useDays()
  return (
    <table style={{width: '100%', textAlign: 'left'}} aria-label={title}>
      <thead>
        <tr>
          {[text('health.plot.column_day'), ...parts.map((part) => text(`health.plot.part.${part}`))].map(
            (column) => (
              <th key={column} scope="col" style={CELL}>
                <Text size={1} muted weight="medium">
                  {column}
                </Text>
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((day) => (
          <tr key={day.day}>
            <th scope="row" style={CELL}>
              <Text size={1}>{weekday(day.day)}</Text>
            </th>
            {parts.map((part) => {
              const amount = amountOf(part, day)
              return (
                <td key={part} style={CELL}>
                  <Text size={1}>{amount === null ? text('health.plot.not_known') : number(amount)}</Text>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
