import type {TableLine} from '../parts/LineTable.tsx'

/** Fields of one pass in one line: `Until: 3 Oct 2026 → 1 Nov 2026 · Classes: 10`. */
export function oneLine(lines: readonly TableLine[]): string {
  return lines
    .map(({label, value, before}) => `${label}: ${before === null ? value : `${before} → ${value}`}`)
    .join(' · ')
}
