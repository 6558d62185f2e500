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
