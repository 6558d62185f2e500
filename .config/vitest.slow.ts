import {defineConfig} from 'vitest/config'
import {BROWSER} from './vitest.browser.ts'

const root = new URL('..', import.meta.url).pathname

/**
 * What takes too long for every change: every state of every screen, every job by mouse, a Studio by `sanity dev`, and the
 * laws of the engine put to ten times as many schools.
 */
export default defineConfig({
  test: {
    projects: [
      {
        root,
        test: {
          name: 'laws',
          include: ['test/core/{laws,plan-laws,judge-school}.test.ts'],
          env: {LAW_RUNS: '3000'},
          testTimeout: 600_000,
          maxWorkers: 2,
          sequence: {groupOrder: 0},
        },
      },
      {
        root,
        test: {
          name: 'screens',
          include: ['test/e2e/{states,jobs,dev}/*.test.ts'],
          ...BROWSER,
        },
      },
    ],
  },
})
