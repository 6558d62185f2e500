import {Stack} from '@sanity/ui'
import type {HealthDay} from '../../../core/contract/health.ts'
import {DayPlot} from './DayPlot.tsx'

/** The last thirty days, drawn: what was sold and has its pass, and what became of what Stripe told. */
export function DayPlots({days}: {days: readonly HealthDay[]}) {
  return (
    <Stack gap={5}>
      <DayPlot name="sales" days={days} />
      <DayPlot name="deliveries" days={days} />
    </Stack>
  )
}
