import type {Delivery} from '../../../plugin/core/contract/delivery.ts'
import type {FailureCount} from '../../../plugin/core/contract/health.ts'
import {DAY, MINUTE} from '../../../plugin/core/contract/instant.ts'

const A_WEEK = 7 * DAY
/** Longer than this nobody works on one event. */
const CUT_OFF = 10 * MINUTE
const LONGEST_CAUSE = 60

/** What could not be dealt with in the last week, and no later try mended. */
export function countFailures(deliveries: readonly Delivery[], now: number): FailureCount[] {
  const byCause = new Map<string, FailureCount>()
  for (const delivery of deliveries) {
    if (!isFailed(delivery, now) || delivery.at < now - A_WEEK) continue
    const cause = causeOf(delivery)
    const known = byCause.get(cause)
    const lastAt = Math.max(known?.lastAt ?? delivery.at, delivery.at)
    byCause.set(cause, {cause, count: (known?.count ?? 0) + 1, lastAt})
  }
  return [...byCause.values()].toSorted((a, b) => b.count - a.count || b.lastAt - a.lastAt)
}

/** When a webhook last did its work; null where none was seen to. */
export function lastSuccessOf(deliveries: readonly Delivery[]): number | null {
  return deliveries.find(({state}) => state === 'success')?.at ?? null
}

/** Whether an event was given up on, or cut off. */
export function isFailed({state, at}: Delivery, now: number): boolean {
  return state === 'error' || (state === 'processing' && at < now - CUT_OFF)
}

/** This function notes a code and its sentence; the platform whatever it likes, ids and addresses of people too. */
function causeOf({state, error, source}: Delivery): string {
  if (state === 'processing') return 'unfinished'
  const text = error ?? 'unknown'
  if (source === 'stripe-passes') return text.split(':')[0] ?? text
  const clean = text
    .replaceAll(/\S+@\S+/g, '…')
    .replaceAll(/\b(?=\w*\d)\w{8,}\b/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return clean.length > LONGEST_CAUSE ? `${clean.slice(0, LONGEST_CAUSE)}…` : clean
}
