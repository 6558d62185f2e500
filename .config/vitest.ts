import {defineConfig} from 'vitest/config'
import {BROWSER} from './vitest.browser.ts'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/plugin/**/*.test.tsx', '**/node_modules/**'],
          // Also where there are two cores: most of a test's time is waiting for a far side.
          maxWorkers: 2,
          // Loading the same modules anew for each file would take two thirds of the time: no test leaves anything in them.
          isolate: false,
          // A busy machine is slow, which is no failure.
          testTimeout: 20_000,
          expect: {poll: {timeout: 10_000}},
          sequence: {groupOrder: 0},
        },
      },
      {
        root,
        test: {
          name: 'unit-studio',
          include: ['test/plugin/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/plugin/support/jsdom-gaps.ts'],
          // A Studio takes half a minute to load, and the next one a second: they share a page that each leaves empty.
          isolate: false,
          testTimeout: 300_000,
          maxWorkers: 2,
          sequence: {groupOrder: 0},
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          // What takes minutes is in `npm run test:slow`.
          exclude: ['test/e2e/{states,jobs,dev}/**', '**/node_modules/**'],
          ...BROWSER,
        },
      },
    ],
  },
})
