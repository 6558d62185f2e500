/** How tests with a real browser run: alone, in a Studio that is built once, and with patience. */
export const BROWSER = {
  globalSetup: ['test/e2e/build-studio.ts'],
  // A browser beside the other tests on two cores is slow enough to look broken: it runs after them, alone.
  sequence: {groupOrder: 1},
  maxWorkers: 1,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: {poll: {timeout: 20_000}},
}
