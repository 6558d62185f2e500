import type {Ledger, ReadWindow} from '../../plugin/core/contract/facts.ts'
import type {Named} from '../ports.ts'
import type {SendPart} from './facts.ts'
import {toCursor, type FactsRange} from './facts-cursor.ts'
import {monthLines} from './facts-lines.ts'
import {readMonths} from './read-months.ts'
import {createIsOfSchool, namedBy} from './readings.ts'
import type {SchoolReading} from './request-case.ts'
import type {SentMonth} from './sent-months.ts'

/** What all months of the period named, the ones that were sent before too, and where to take up after them. */
export type MonthsSent = {named: Named[]; elsewhere: number; cursor: string}

/**
 * Begins to read the months of a period, and gives the function that sends them once the ledger is at hand: only
 * with it can be told which sessions of a shared account are this school's.
 */
export function beginMonths(
  {payments, school, sentMonths}: SchoolReading,
  {range, windows, send}: {range: FactsRange; windows: readonly ReadWindow[]; send: SendPart},
): (ledger: Ledger) => Promise<MonthsSent> {
  const isSent = (month: string): boolean => range.sentDownTo !== null && month >= range.sentDownTo
  const recall = (month: string): SentMonth | undefined =>
    isSent(month) ? sentMonths.recall(school, toCursor(range, month)) : undefined
  const months = readMonths(payments, windows, {
    isKnown: (month) => recall(month) !== undefined,
    onProgress: (read) => send({part: 'progress', read, about: null}),
  }).map(({month, read}) => ({month, read, known: recall(month)}))

  return async (ledger) => {
    const isOfSchool = createIsOfSchool(ledger)
    const done: SentMonth[] = []
    let cursor = toCursor(range, range.sentDownTo ?? '9999-12')
    for (const {month, read, known} of months) {
      if (known) {
        done.push(known)
        continue
      }
      const {own, shared} = await read
      const ours = [...own, ...shared.filter(isOfSchool)]
      const sent = {named: namedBy(ours), elsewhere: own.length + shared.length - ours.length}
      done.push(sent)
      sentMonths.keep(school, toCursor(range, month), sent)
      if (isSent(month)) continue
      const after = toCursor(range, month)
      for (const line of monthLines(month, ours, {before: cursor, after})) await send(line)
      cursor = after
    }
    return {
      named: done.map(({named}) => named),
      elsewhere: done.reduce((sum, {elsewhere}) => sum + elsewhere, 0),
      cursor,
    }
  }
}
