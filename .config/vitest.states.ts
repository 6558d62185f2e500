import {defineConfig} from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** Every state of every screen in a real browser, against what axe, both colour schemes and a narrow window ask. */
export default defineConfig({
  root,
  test: {
    include: ['test/e2e/states/*.test.ts'],
    globalSetup: ['test/e2e/build-studio.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: {poll: {timeout: 20_000}},
  },
})
