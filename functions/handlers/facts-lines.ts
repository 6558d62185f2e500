import type {FactsPart, Ledger} from '../../plugin/core/contract/facts.ts'
import type {Reading} from '../ports.ts'
import {partsOf} from './readings.ts'

/** The most payments or passes in one line: a browser reads many short lines in far less time than one of megabytes. */
const ONE_LINE = 100

/**
 * A month of payments, as lines of the stream. Until the last of them has been sent, a stream that breaks is taken up
 * again before the month.
 */
export function monthLines(
  month: string,
  readings: readonly Reading[],
  cursor: {before: string; after: string},
): FactsPart[] {
  const {payments, unreadable} = partsOf(readings)
  const lines = inLines(payments)
  return lines.map((line, place) => {
    const isLast = place === lines.length - 1
    return {
      part: 'payments',
      month,
      payments: line,
      unreadable: isLast ? unreadable : [],
      cursor: isLast ? cursor.after : cursor.before,
    }
  })
}

/** A ledger as lines of the stream: all of it but for most of its entitlements, then those. */
export function ledgerLines(ledger: Ledger): FactsPart[] {
  const [entitlements = [], ...more] = inLines(ledger.entitlements)
  return [
    {part: 'ledger', ledger: {...ledger, entitlements}},
    ...more.map((line): FactsPart => ({part: 'entitlements', entitlements: line})),
  ]
}

/** At least one, for a list of nothing. */
function inLines<Item>(list: readonly Item[]): Item[][] {
  const count = Math.max(1, Math.ceil(list.length / ONE_LINE))
  return Array.from({length: count}, (_, nth) => list.slice(nth * ONE_LINE, (nth + 1) * ONE_LINE))
}
