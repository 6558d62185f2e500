import type {Finding, WhyUnknown} from '../contract/finding.ts'
import {WHY_UNKNOWN} from '../contract/finding.ts'
import type {HealthCheck} from '../contract/health.ts'
import type {Values} from './say.ts'

/** How lists and moments are written where the sentence is read. */
export type Writing = {list: (items: readonly string[]) => string; time: (at: number) => string}

/** A sentence of the words, and the values for its places. */
export type CheckSentence = {key: `health.finding.${Finding}` | `health.why.${WhyUnknown}`; values: Values}

/** What was found, as a sentence: of something that could not be asked, why. */
export function checkSentence({finding, facts}: HealthCheck, {list, time}: Writing): CheckSentence {
  const values = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (Array.isArray(fact)) return [name, list(fact)]
      return [name, typeof fact === 'number' && name.endsWith('At') ? time(fact) : fact]
    }),
  )
  if (finding !== 'cannot_tell') return {key: `health.finding.${finding}`, values}
  const why = String(facts['why'])
  return {key: `health.why.${isWhy(why) ? why : 'stripe_unavailable'}`, values}
}

function isWhy(why: string): why is WhyUnknown {
  return Object.hasOwn(WHY_UNKNOWN, why)
}
