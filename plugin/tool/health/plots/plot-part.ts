import type {HealthDay} from '../../../core/contract/health.ts'

/** What a bar is made of. */
export type PlotPart = 'granted' | 'missing' | 'taken' | 'failed' | 'pending'

/** What is drawn for each day, from the bottom up. */
export const PLOTS = {
  sales: ['granted', 'missing'],
  deliveries: ['taken', 'failed', 'pending'],
} as const satisfies Record<string, readonly PlotPart[]>
export type PlotName = keyof typeof PLOTS

const AMOUNTS: Readonly<Record<PlotPart, (day: HealthDay) => number | null>> = {
  granted: ({sales}) => sales && sales.granted,
  missing: ({sales}) => sales && sales.paid - sales.granted,
  taken: ({deliveries}) => deliveries && deliveries.taken,
  failed: ({deliveries}) => deliveries && deliveries.failed,
  pending: ({pending}) => pending,
}

/** How much of it there was on a day; null where that is not known. */
export function amountOf(part: PlotPart, day: HealthDay): number | null {
  return AMOUNTS[part](day)
}

/** Whether nothing at all is known of a day. */
export function isGap(parts: readonly PlotPart[], day: HealthDay): boolean {
  return parts.every((part) => amountOf(part, day) === null)
}
