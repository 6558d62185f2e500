import {expect, it} from 'vitest'
import {replay, type Change} from '../../../plugin/live/replay.ts'

const change = (previousRev: string | null, resultRev: string): Change => ({
  kind: 'change',
  id: 'e1',
  previousRev,
  resultRev,
  document: {_id: 'e1', _rev: resultRev},
})
const [created, second, third] = [change(null, 'a'), change('a', 'b'), change('b', 'c')]

it('an event that joins on to what is held is applied', () => {
  expect(replay('a', [second])).toEqual({do: 'apply', change: second})
  expect(replay(null, [created])).toEqual({do: 'apply', change: created})
})

it('an event that is held already is skipped, as after a receipt', () => {
  expect(replay('b', [second])).toEqual({do: 'skip'})
})

it('what was read may hold some of what was heard meanwhile, and only the rest is applied', () => {
  expect(replay('a', [created, second, third])).toEqual({do: 'apply', change: third})
  expect(replay('b', [created, second, third])).toEqual({do: 'apply', change: third})
  expect(replay('c', [created, second, third])).toEqual({do: 'skip'})
})

it('an event that does not join on fetches the document: revisions have no order', () => {
  expect(replay('x', [second])).toEqual({do: 'fetch', id: 'e1'})
  expect(replay(null, [second])).toEqual({do: 'fetch', id: 'e1'})
  expect(replay('a', [second, change('z', 'y')])).toEqual({do: 'fetch', id: 'e1'})
})
