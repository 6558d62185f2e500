import type {scaleBand, scaleLinear} from '@visx/scale'
import type {HealthDay} from '../../../core/contract/health.ts'
import {useDays} from './use-days.ts'

/** Room that a date takes below the bars. */
const DATE_WIDTH = 72

type DayAxesProps = {
  days: readonly HealthDay[]
  x: ReturnType<typeof scaleBand<string>>
  y: ReturnType<typeof scaleLinear<number>>
  left: number
  width: number
  height: number
}

/** How many, on the left, and as many dates below as there is room for. */
export function DayAxes({days, x, y, left, width, height}: DayAxesProps) {
  const {dayMonth, number} = useDays()
  const last = days.length - 1
  const every = Math.max(1, Math.ceil((days.length * DATE_WIDTH) / (width - left)))
  return (
    <>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={width}
            y1={y(tick)}
            y2={y(tick)}
            stroke={`var(--card-${tick === 0 ? 'muted-fg' : 'border'}-color)`}
          />
          <Label x={left - 6} y={y(tick) + 4} anchor="end" words={number(tick)} />
        </g>
      ))}
      {days.map(({day}, nth) =>
        // Counted from the end, so that today always has its date.
        (last - nth) % every === 0 ? (
          <Label
            key={day}
            x={nth === last ? width : (x(day) ?? 0) + x.bandwidth() / 2}
            y={height - 6}
            anchor={nth === last ? 'end' : 'middle'}
            words={dayMonth(day)}
          />
        ) : null,
      )}
    </>
  )
}

type LabelProps = {x: number; y: number; anchor: 'middle' | 'end'; words: string}

function Label({x, y, anchor, words}: LabelProps) {
  return (
    <text x={x} y={y} textAnchor={anchor} fontSize={11} fill="var(--card-muted-fg-color)">
      {words}
    </text>
  )
}
