import fc from 'fast-check'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {NOW} from './build-facts.ts'
import {generatedSchool} from './generated-school.ts'

/** How many schools a law is put to. Mutation testing, which puts it again for every mutant, asks for fewer. */
export const RUNS = {numRuns: Number(process.env['LAW_RUNS'] ?? 1_000)}

/** Puts a law to every school that is generated. */
export function forEverySchool(law: (facts: Facts) => void): void {
  fc.assert(fc.property(generatedSchool, law), RUNS)
}

/** The same, with something else that is generated along. */
export function forEverySchoolAnd<Value>(
  other: fc.Arbitrary<Value>,
  law: (facts: Facts, value: Value) => void,
): void {
  fc.assert(fc.property(generatedSchool, other, law), RUNS)
}

export function entriesIn(facts: Facts): Entry[] {
  return reconcile(facts, {now: NOW}).entries
}

export function certainMismatches(facts: Facts): Entry[] {
  return entriesIn(facts).filter(({verdict, confidence}) => isMismatch(verdict) && confidence === 'certain')
}
