import {defineConfig} from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** What Stryker asks for each mutant: the engine's own tests, with so few runs of the laws that it comes to an end. */
export default defineConfig({
  root,
  test: {include: ['test/core/**/*.test.ts'], env: {LAW_RUNS: '10'}, isolate: false},
})
