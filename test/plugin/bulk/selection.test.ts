import {expect, it} from 'vitest'
import {
  bulkKind,
  extend,
  maySelect,
  NOTHING,
  SELECT_AT_MOST,
  selectedRows,
  selectKind,
  toggle,
  type Selectable,
} from '../../../plugin/tool/bulk/selection.ts'
import {entry} from '../students/people.ts'

const list: Selectable[] = [
  {key: 'a', kind: 'grant'},
  {key: 'b', kind: 'revoke'},
  {key: 'c', kind: null},
  {key: 'd', kind: 'grant'},
  {key: 'e', kind: 'grant'},
]
const keysOf = (...picked: Parameters<typeof selectedRows>) => selectedRows(...picked).map(({key}) => key)
const proposal = {kind: 'grant', changes: [], choices: []} as const
const missing = entry({
  key: 'cs_1',
  payment: 'cs_1',
  verdict: 'missing',
  repair: {...proposal, changes: [], choices: []},
})

it('only what is certain, proposed and not dismissed is repaired together with others', () => {
  expect(bulkKind({...missing, confidence: 'certain'})).toBe('grant')
  expect(bulkKind({...missing, confidence: 'likely'})).toBeNull()
  expect(bulkKind({...missing, confidence: 'certain', repair: null})).toBeNull()
  const dismissed = {by: 'Ingrid', at: 0, reason: 'paid back in cash'}
  expect(bulkKind({...missing, confidence: 'certain', dismissed})).toBeNull()
})

it('what a person has to decide, or to say why, is never repaired together with others', () => {
  const choose = {kind: 'choose', changes: [], choices: []} as const
  const gift = {kind: 'mark_complimentary', changes: [], choices: []} as const
  for (const repair of [choose, gift]) {
    const proposed = {...repair, changes: [], choices: []}
    expect(bulkKind({...missing, confidence: 'certain', repair: proposed})).toBeNull()
  }
})

it('a row goes in and out, and rows of another kind stay out while it is in', () => {
  const one = toggle(NOTHING, list, 'a')
  expect(keysOf(one, list)).toEqual(['a'])
  expect(list.map((row) => maySelect(selectedRows(one, list), row))).toEqual([true, false, false, true, true])
  expect(toggle(one, list, 'b')).toBe(one)
  expect(keysOf(toggle(one, list, 'a'), list)).toEqual([])
})

it('a range takes in what is of the same kind between the row picked last and this one, either way round', () => {
  expect(keysOf(extend(toggle(NOTHING, list, 'a'), list, 'e'), list)).toEqual(['a', 'd', 'e'])
  expect(keysOf(extend(toggle(NOTHING, list, 'e'), list, 'a'), list)).toEqual(['a', 'd', 'e'])
  expect(keysOf(extend(NOTHING, list, 'd'), list)).toEqual(['d'])
})

it('all of one kind are selected at once, as many as one click may carry', () => {
  expect(keysOf(selectKind(list, 'grant'), list)).toEqual(['a', 'd', 'e'])
  const long = Array.from(
    {length: SELECT_AT_MOST + 20},
    (_, nth) => ({key: `k${nth}`, kind: 'grant'}) as const,
  )
  expect(keysOf(selectKind(long, 'grant'), long)).toHaveLength(SELECT_AT_MOST)
  expect(maySelect(selectedRows(selectKind(long, 'grant'), long), {key: 'k510', kind: 'grant'})).toBe(false)
})

it('a row that was repaired drops out by itself, one that failed stays selected', () => {
  const both = extend(toggle(NOTHING, list, 'a'), list, 'e')
  const after = list.map(({key, kind}) => ({key, kind: key === 'd' ? kind : null}))
  expect(keysOf(both, after)).toEqual(['d'])
})
