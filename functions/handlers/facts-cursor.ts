import {Fault} from '../../plugin/core/contract/fault.ts'
import {DAY, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Period} from '../ports.ts'

const USUAL = 90 * DAY
const LONGEST = 3 * 366 * DAY
// Stripe's clock and ours may differ: a payment of this minute is not to be missed for that.
const CLOCKS_DIFFER = 5 * MINUTE

/** What a stream of facts is about, and the month it was read down to when it broke. */
export type FactsRange = Period & {sentDownTo: string | null}

/**
 * The period that is asked for, or the one of the stream that is taken up again.
 *
 * @throws Fault `invalid_request`
 */
export function toRange(
  query: {from?: string | undefined; to?: string | undefined; after?: string | undefined},
  now: number,
): FactsRange {
  const range = query.after === undefined ? toPeriod(query, now) : fromCursor(query.after)
  const length = range.to - range.from
  if (length > 0 && length <= LONGEST + CLOCKS_DIFFER) return range
  throw new Fault('invalid_request', 'the period must end after it begins and be three years at most')
}

/** Where a stream may be taken up again: everything down to this month was sent. */
export function toCursor({from, to}: Period, month: string): string {
  return `1.${from}.${to}.${month}`
}

function fromCursor(cursor: string): FactsRange {
  const [, from, to, month] = /^1\.(\d{1,15})\.(\d{1,15})\.(\d{4}-\d{2})$/.exec(cursor) ?? []
  if (month === undefined) throw new Fault('invalid_request', 'no such cursor', {parameter: 'after'})
  return {from: Number(from), to: Number(to), sentDownTo: month}
}

function toPeriod({from, to}: {from?: string | undefined; to?: string | undefined}, now: number): FactsRange {
  const end = to === undefined ? now + CLOCKS_DIFFER : toInstant('to', to)
  const start = from === undefined ? Math.min(end, now) - USUAL : toInstant('from', from)
  return {from: start, to: end, sentDownTo: null}
}

function toInstant(parameter: string, text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(at)) return at
  throw new Fault('invalid_request', `${parameter} must be an ISO date, or a time with its zone`, {parameter})
}
