import {PatternLines} from '@visx/pattern'
import type {PlotPart} from './plot-part.ts'

const GOOD = 'var(--card-badge-positive-icon-color)'
const BAD = 'var(--card-badge-critical-icon-color)'
const OPEN = 'var(--card-badge-caution-icon-color)'
const UNKNOWN = 'var(--card-muted-fg-color)'

/** The colour of a part; its texture says the same to whoever sees no colours. */
export const PART_COLOR: Readonly<Record<PlotPart | 'unknown', string>> = {
  granted: GOOD,
  taken: GOOD,
  missing: BAD,
  failed: BAD,
  pending: OPEN,
  unknown: UNKNOWN,
}

/** What fills a part: plain where all is well, lines across where it is not, the other way where it is not known. */
export function partFill(part: PlotPart | 'unknown', id: string): string {
  return part === 'granted' || part === 'taken' ? GOOD : `url(#${id}-${part})`
}

/** The textures that `partFill` names, for one drawing. */
export function PartPatterns({id}: {id: string}) {
  const size = {width: 5, height: 5, strokeWidth: 2.5}
  return (
    <>
      <PatternLines {...size} id={`${id}-missing`} stroke={BAD} orientation={['diagonal']} />
      <PatternLines {...size} id={`${id}-failed`} stroke={BAD} orientation={['diagonal']} />
      <PatternLines {...size} id={`${id}-pending`} stroke={OPEN} orientation={['horizontal']} />
      <PatternLines
        id={`${id}-unknown`}
        width={7}
        height={7}
        strokeWidth={1}
        stroke={UNKNOWN}
        orientation={['diagonalRightToLeft']}
      />
    </>
  )
}
