import {MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Named} from '../ports.ts'

const REMEMBERED_FOR = 10 * MINUTE
const REMEMBERED_AT_MOST = 200

/** What a month that was sent named, and how many sessions of it were another school's. */
export type SentMonth = {named: Named; elsewhere: number}

/** What the streams of this instance have sent, so that one which is taken up again need not read it again. */
export type SentMonths = {
  recall: (school: string, cursor: string) => SentMonth | undefined
  keep: (school: string, cursor: string, month: SentMonth) => void
}

/**
 * Best effort: another instance, or this one ten minutes later, reads the months again. The cursor names the period
 * to the millisecond, so that no stream but its own continuation finds what is kept.
 */
export function createSentMonths(now: () => number): SentMonths {
  const kept = new Map<string, {month: SentMonth; until: number}>()
  const keyOf = (school: string, cursor: string): string => `${school} ${cursor}`
  return {
    recall(school, cursor) {
      const found = kept.get(keyOf(school, cursor))
      return found && found.until > now() ? found.month : undefined
    },
    keep(school, cursor, month) {
      kept.set(keyOf(school, cursor), {month, until: now() + REMEMBERED_FOR})
      const oldest = kept.keys().next()
      if (kept.size > REMEMBERED_AT_MOST && !oldest.done) kept.delete(oldest.value)
    },
  }
}
