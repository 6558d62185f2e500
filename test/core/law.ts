import fc from 'fast-check'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {NOW} from './build-facts.ts'
import {generatedSchool} from './generated-school.ts'
import {tangledSchool} from './tangled-school.ts'

const {LAW_RUNS: few, LAW_SEED: drawn} = process.env
/**
 * The schools are the same ones each time, so that a change is judged by what it changed: once in some twenty thousand
 * tangled schools, mending one payment settles what another one waited for, and a second round mends that one too.
 * `LAW_SEED=$RANDOM` draws others.
 */
const SEED = drawn === undefined ? 1 : Number(drawn)
/**
 * How many schools of each kind a law is put to. Mutation testing, which puts it again for every mutant, asks for a few,
 * and does not want to be shown the smallest one that breaks it.
 */
const RUNS =
  few === undefined ? {numRuns: 1_000, seed: SEED} : {numRuns: Number(few), seed: SEED, endOnFailure: true}
const SCHOOLS = [generatedSchool, tangledSchool]

/** Puts a law to schools in which many sales went wrong, and to small ones in which anything meets anything. */
export function forEverySchool(law: (facts: Facts) => void): void {
  for (const school of SCHOOLS) fc.assert(fc.property(school, law), RUNS)
}

/** The same, with something else that is generated along. */
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
