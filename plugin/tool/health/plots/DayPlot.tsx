import {Box, Button, Flex, Heading, Stack, Text, useElementSize} from '@sanity/ui'
import {useId, useState} from 'react'
import type {HealthDay} from '../../../core/contract/health.ts'
import {useText} from '../../../i18n/use-text.ts'
import {BARS_FROM, DayBars} from './DayBars.tsx'
import {DayTable} from './DayTable.tsx'
import {PART_COLOR, partFill} from './part-fill.ts'
import {PartPatterns} from './PartPatterns.tsx'
import {isGap, type PlotName, type PlotPart, PLOTS} from './plot-part.ts'
import {useDayWords} from './use-day-words.ts'

/** Until it is known how wide there is room. */
const USUAL_WIDTH = 640
/** One bar a day, read out day by day under a slider or the pointer, and the same as a table for whoever wants it. */
export function DayPlot({name, days}: {name: PlotName; days: readonly HealthDay[]}) {
  const text = useText()
  const dayWords = useDayWords(PLOTS[name])
  const [room, setRoom] = useState<HTMLDivElement | null>(null)
  const width = useElementSize(room)?.content.width ?? USUAL_WIDTH
  const last = days.length - 1
  const [pointed, setPointed] = useState(last)
  const [isTable, setIsTable] = useState(false)
  const at = Math.min(pointed, last)
  const day = days[at]
  if (day === undefined) return null
  const title = text(`health.plot.${name}`)
  return (
    <Stack gap={3} as="section" aria-label={title}>
      <Flex align="center" justify="space-between" gap={3} wrap="wrap">
        <Heading as="h3" size={0}>
          {title}
        </Heading>
        <Legend parts={PLOTS[name]} hasGap={days.some((one) => isGap(PLOTS[name], one))} />
      </Flex>
      <Box ref={setRoom}>
        <DayBars days={days} parts={PLOTS[name]} width={width} at={at} onPoint={setPointed} />
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          aria-label={text('health.plot.choose', {title})}
          aria-valuetext={dayWords(day)}
          onChange={(event) => setPointed(event.currentTarget.valueAsNumber)}
          style={{
            display: 'block',
            width: `calc(100% - ${BARS_FROM}px)`,
            margin: `0 0 0 ${BARS_FROM}px`,
            accentColor: 'var(--card-muted-fg-color)',
          }}
        />
      </Box>
      <Flex align="center" justify="space-between" gap={3} wrap="wrap">
        <Text size={1}>{dayWords(day)}</Text>
        <Button
          mode="bleed"
          fontSize={1}
          padding={2}
          aria-expanded={isTable}
          text={text(isTable ? 'health.plot.hide_table' : 'health.plot.show_table')}
          onClick={() => setIsTable(!isTable)}
        />
      </Flex>
      {isTable ? <DayTable days={days} parts={PLOTS[name]} title={title} /> : null}
    </Stack>
  )
}

/** What each colour and texture stands for. */
function Legend({parts, hasGap}: {parts: readonly PlotPart[]; hasGap: boolean}) {
  const text = useText()
  const id = useId().replaceAll(/\W/g, '')
  const shown = [...parts, ...(hasGap ? (['unknown'] as const) : [])]
  return (
    <Flex gap={3} wrap="wrap">
      {shown.map((part) => (
        <Flex key={part} align="center" gap={2}>
          <Box aria-hidden>
            <svg width={12} height={12} style={{display: 'block'}}>
              <PartPatterns id={`${id}${part}`} />
              <rect
                x={0.5}
                y={0.5}
                width={11}
                height={11}
                fill={partFill(part, `${id}${part}`)}
                stroke={PART_COLOR[part]}
              />
            </svg>
          </Box>
          <Text size={1} muted>
            {text(`health.plot.part.${part}`)}
          </Text>
        </Flex>
      ))}
    </Flex>
  )
}
