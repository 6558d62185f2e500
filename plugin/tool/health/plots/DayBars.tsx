import {scaleBand, scaleLinear} from '@visx/scale'
import {Bar, BarStack} from '@visx/shape'
import {useId} from 'react'
import type {HealthDay} from '../../../core/contract/health.ts'
import {DayAxes} from './DayAxes.tsx'
import {PART_COLOR, partFill} from './part-fill.ts'
import {PartPatterns} from './PartPatterns.tsx'
import {amountOf, isGap, type PlotPart} from './plot-part.ts'

const HEIGHT = 150
/** Left of the first day stands how many. */
export const BARS_FROM = 30
const EDGE = {top: 8, bottom: 22}
const ROOM = HEIGHT - EDGE.top - EDGE.bottom
/** Fewer than this many fill the height too: one sale must not look like the most that there can be. */
const LEAST = 4

type DayBarsProps = {
  days: readonly HealthDay[]
  parts: readonly PlotPart[]
  width: number
  /** The day that is read out. */
  at: number
  onPoint: (at: number) => void
}

/** The days as bars. For eyes only: whoever shows them says the same in words. */
export function DayBars({days, parts, width, at, onPoint}: DayBarsProps) {
  // React's own ids have signs in them that an address of a pattern must not have.
  const id = useId().replaceAll(/\W/g, '')
  const sums = days.map((day) => parts.reduce((sum, part) => sum + (amountOf(part, day) ?? 0), 0))
  const x = scaleBand({
    domain: days.map(({day}) => day),
    range: [BARS_FROM, width],
    paddingInner: 0.25,
    paddingOuter: 0.15,
  })
  const y = scaleLinear({
    domain: [0, Math.max(LEAST, ...sums)],
    range: [HEIGHT - EDGE.bottom, EDGE.top],
    nice: 4,
  })
  return (
    <svg width={width} height={HEIGHT} style={{display: 'block'}} aria-hidden focusable={false}>
      <PartPatterns id={id} />
      <DayAxes days={days} x={x} y={y} left={BARS_FROM} width={width} height={HEIGHT} />
      {days
        .filter((day) => isGap(parts, day))
        .map(({day}) => (
          <Bar
            key={day}
            x={x(day)}
            y={EDGE.top}
            width={x.bandwidth()}
            height={ROOM}
            fill={partFill('unknown', id)}
          />
        ))}
      <BarStack
        data={days.filter((day) => !isGap(parts, day))}
        keys={[...parts]}
        x={({day}) => day}
        value={(day, part) => amountOf(part, day) ?? 0}
        xScale={x}
        yScale={y}
        color={(part) => partFill(part, id)}
      >
        {(stacks) =>
          stacks
            .flatMap(({bars}) => bars)
            .filter(({height}) => height > 0)
            .map((bar) => (
              <Bar
                key={`${bar.key} ${bar.bar.data.day}`}
                x={bar.x + 0.5}
                y={bar.y + 0.5}
                width={Math.max(1, bar.width - 1)}
                height={Math.max(1, bar.height - 1)}
                fill={bar.color}
                stroke={PART_COLOR[bar.key]}
              />
            ))
        }
      </BarStack>
      {days.map(({day}, nth) => (
        <Bar
          key={day}
          x={(x(day) ?? 0) - (x.step() - x.bandwidth()) / 2}
          y={EDGE.top}
          width={x.step()}
          height={ROOM}
          fill="transparent"
          onPointerEnter={() => onPoint(nth)}
        />
      ))}
      <Bar
        x={x(days[at]?.day ?? '')}
        y={HEIGHT - EDGE.bottom + 2}
        width={x.bandwidth()}
        height={2}
        fill="var(--card-fg-color)"
      />
    </svg>
  )
}
