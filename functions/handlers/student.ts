import type {FactsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {factsOfStudent} from './focused-facts.ts'
import {namedBy} from './readings.ts'
import type {RequestCase} from './request-case.ts'
import {withoutOthers} from './without-others.ts'

/** One person's payments and passes. Never complete: sessions that only name a Clerk id take the school's scan. */
export async function student(of: RequestCase, id: string): Promise<FactsAnswer> {
  const asOf = of.now()
  const facts = await factsOfStudent(of, id)
  return {facts: withoutOthers(facts, namedBy(facts.payments)), asOf, complete: false}
}
