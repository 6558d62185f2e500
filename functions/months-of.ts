import type {Period} from './ports.ts'

/** A calendar month in UTC, or the part of it that a period covers. */
export type Month = Period & {
  /** `2026-09` */
  month: string
}

/**
 * Cuts a period into months, newest first.
 *
 * @example monthsOf({from: Date.UTC(2026, 7, 20), to: Date.UTC(2026, 8, 2)}) // 2026-09, then 2026-08
 */
export function monthsOf({from, to}: Period): Month[] {
  if (to <= from) return []
  const last = new Date(to - 1)
  const start = Date.UTC(last.getUTCFullYear(), last.getUTCMonth())
  const month = {month: new Date(start).toISOString().slice(0, 7), from: Math.max(from, start), to}
  return [month, ...monthsOf({from, to: start})]
}
