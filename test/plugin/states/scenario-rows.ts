import type {Verdict} from '../../../plugin/core/contract/verdict.ts'
import {reconcile} from '../../../plugin/core/reconcile/reconcile.ts'
import {indexFacts, type FactsIndex} from '../../../plugin/engine/facts-index.ts'
import {rowOf, type Row} from '../../../plugin/engine/rows.ts'
import {factsOf, readScenarios} from '../../core/read-scenario.ts'

/** One row as some school has it, with everything that it is looked up in. */
export type ScenarioRow = {file: string; row: Row; index: FactsIndex}

/** Every row of every scenario. */
const ROWS: readonly ScenarioRow[] = readScenarios().flatMap((scenario) => {
  const facts = factsOf(scenario)
  const index = indexFacts(facts)
  return reconcile(facts, {now: Date.parse(scenario.now)}).entries.map((entry) => ({
    file: scenario.file,
    row: rowOf(entry, index),
    index,
  }))
})

export function rowsWith(verdict: Verdict): ScenarioRow[] {
  return ROWS.filter(({row}) => row.entry.verdict === verdict)
}

/** The one row of a scenario that fits; the first where several do. */
export function rowIn(file: string, fits: (row: Row) => boolean = () => true): ScenarioRow {
  const found = ROWS.find((one) => one.file.startsWith(file) && fits(one.row))
  if (found === undefined) throw new Error(`no such row in ${file}`)
  return found
}
