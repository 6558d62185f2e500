import {defineConfig} from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** What takes too long for every change: every state of every screen, every job by mouse, and a Studio by `sanity dev`. */
export default defineConfig({
  root,
  test: {
    include: ['test/e2e/{states,jobs,dev}/*.test.ts'],
    maxWorkers: 1,
    globalSetup: ['test/e2e/build-studio.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: {poll: {timeout: 20_000}},
  },
})
