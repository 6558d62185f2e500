import type {FactsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {factsOfStudent} from './focused-facts.ts'
import type {RequestCase} from './request-case.ts'

/** One person's payments and passes. Never complete: sessions that only name a Clerk id take the school's scan. */
export async function student(of: RequestCase, id: string): Promise<FactsAnswer> {
  const asOf = of.now()
  return {facts: await factsOfStudent(of, id), asOf, complete: false}
}
