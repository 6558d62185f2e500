import {expect, test} from 'vitest'
import {startArguments, UsageError} from '../../../studio/local/demo/arguments.ts'

test('Without flags the demo schools are shown on port 3333.', () => {
  expect(startArguments([])).toEqual({
    port: 3333,
    schema: 'platform',
    dataset: null,
    payments: null,
    export: null,
    help: false,
  })
})

test('Flags name a port, an export and its payments.', () => {
  const given = startArguments(['--port', '4000', '--dataset', 'data.ndjson', '--payments', 'paid.ndjson'])
  expect(given).toMatchObject({port: 4000, dataset: 'data.ndjson', payments: 'paid.ndjson'})
})

test.each([
  [['--datset', 'x'], /--datset/],
  [['data.ndjson'], /data\.ndjson/],
  [['--port', 'many'], /--port must be a number.*"many"/],
  [['--port', '70000'], /--port must be a number/],
  [['--dataset'], /--dataset/],
  [['--schema', 'ours'], /--schema must be platform or members, not "ours"/],
  [['--payments', 'x.ndjson'], /--payments goes with --dataset/],
])('What cannot be meant is refused by name: %j', (argv, words) => {
  expect(() => startArguments(argv)).toThrow(UsageError)
  expect(() => startArguments(argv)).toThrow(words)
})
