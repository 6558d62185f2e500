import fc from 'fast-check'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {NOW} from './build-facts.ts'
import {generatedSchool} from './generated-school.ts'
import {tangledSchool} from './tangled-school.ts'

const {LAW_RUNS = '300', LAW_SEED} = process.env
/**
 * How many schools of each kind a law is put to, drawn anew each time; `npm run test:slow` asks for ten times as many.
 * Mutation testing, which puts it again for every mutant, asks for a few, always the same, and does not want to be shown
 * the smallest one that breaks it.
 */
const RUNS = {
  numRuns: Number(LAW_RUNS),
  ...(LAW_SEED === undefined ? {} : {seed: Number(LAW_SEED), endOnFailure: true}),
}
const SCHOOLS = [generatedSchool, tangledSchool]

/** Puts a law to schools in which many sales went wrong, and to small ones in which anything meets anything. */
export function forEverySchool(law: (facts: Facts) => void): void {
  for (const school of SCHOOLS) fc.assert(fc.property(school, law), RUNS)
}

/** Puts a law to schools in which many sales went wrong, as sales do: each by itself. */
export function forEverySchoolOfSales(law: (facts: Facts) => void): void {
  fc.assert(fc.property(generatedSchool, law), RUNS)
}

/** The same as for every school, with something else that is generated along. */
export function forEverySchoolAnd<Value>(
  other: fc.Arbitrary<Value>,
  law: (facts: Facts, value: Value) => void,
): void {
  for (const school of SCHOOLS) fc.assert(fc.property(school, other, law), RUNS)
}

export function entriesIn(facts: Facts): Entry[] {
  return reconcile(facts, {now: NOW}).entries
}

export function certainMismatches(facts: Facts): Entry[] {
  return entriesIn(facts).filter(({verdict, confidence}) => isMismatch(verdict) && confidence === 'certain')
}
