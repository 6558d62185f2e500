import type {FactsAnswer} from '../../plugin/core/contract/endpoints.ts'
import {factsOfPayment} from './focused-facts.ts'
import {namedBy} from './readings.ts'
import type {RequestCase} from './request-case.ts'
import {withoutOthers} from './without-others.ts'

/** One payment by its session or payment intent, with whoever and whatever it names. */
export async function payment(of: RequestCase, id: string): Promise<FactsAnswer> {
  const asOf = of.now()
  const {facts} = await factsOfPayment(of, id)
  return {facts: withoutOthers(facts, namedBy(facts.payments)), asOf, complete: false}
}
