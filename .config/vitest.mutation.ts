import process from 'node:process'
import {defineConfig} from 'vitest/config'
import {BaseSequencer, type TestSpecification} from 'vitest/node'

const root = new URL('..', import.meta.url).pathname

/** The laws come last: most mutants die of an example before, in a hundredth of the time. */
class LawsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLaw = ({moduleId}: TestSpecification) => Number(/(?:laws|judge-school)\.test\.ts$/.test(moduleId))
    return (await super.sort(files)).toSorted((a, b) => isLaw(a) - isLaw(b))
  }
}

/** What Stryker asks for each mutant: the engine's own tests, with so few runs of the laws that it comes to an end. */
export default defineConfig({
  root,
  test: {
    include: ['test/core/**/*.test.ts'],
    env: {LAW_RUNS: process.env['LAW_RUNS'] ?? '5', LAW_SEED: '1'},
    isolate: false,
    // Instrumented code on a busy machine is slow, which is no failure: Stryker itself stops what never ends.
    testTimeout: 60_000,
    sequence: {sequencer: LawsLast},
  },
})
