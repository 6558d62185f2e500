// @vitest-environment jsdom
import {renderHook} from '@testing-library/react'
import {expect, it} from 'vitest'
import {indexFacts} from '../../../plugin/engine/facts-index.ts'
import {rowOf, type Row} from '../../../plugin/engine/rows.ts'
import {useHeldOrder} from '../../../plugin/tool/mismatches/use-held-order.ts'
import {entry, facts} from '../students/people.ts'

const index = indexFacts(facts({}))
const row = (key: string): Row => rowOf(entry({key, verdict: 'missing'}), index)
const [newest, second, oldest, late] = ['cs_4', 'cs_3', 'cs_1', 'cs_2'].map(row)

type Props = {view: string; rows: Row[]; isWhole: boolean}

function laidOut(props: Props) {
  const {result, rerender} = renderHook(
    ({view, rows, isWhole}: Props) => useHeldOrder(view, {rows, shown: rows, isWhole}),
    {initialProps: props},
  )
  return {
    rerender,
    keys: () => result.current.listed.map((one) => one.entry.key),
    fresh: () => result.current.fresh,
  }
}

function rowsOf(...rows: (Row | undefined)[]): Row[] {
  return rows.flatMap((one) => one ?? [])
}

it('rows that were still to come are laid out below the first ones, and nobody is told of them', () => {
  const {rerender, keys, fresh} = laidOut({view: 'a', rows: rowsOf(newest, second), isWhole: false})
  expect(keys()).toEqual(['cs_4', 'cs_3'])
  rerender({view: 'a', rows: rowsOf(newest, second, oldest), isWhole: true})
  expect(keys()).toEqual(['cs_4', 'cs_3', 'cs_1'])
  expect(fresh()).toBe(0)
})

it('a row that comes when all were there waits, whatever moment it is of', () => {
  const {rerender, keys, fresh} = laidOut({view: 'a', rows: rowsOf(newest, second, oldest), isWhole: true})
  rerender({view: 'a', rows: rowsOf(newest, second, late, oldest), isWhole: true})
  expect(keys()).toEqual(['cs_4', 'cs_3', 'cs_1'])
  expect(fresh()).toBe(1)
  rerender({view: 'b', rows: rowsOf(newest, second, late, oldest), isWhole: true})
  expect(keys()).toEqual(['cs_4', 'cs_3', 'cs_2', 'cs_1'])
  expect(fresh()).toBe(0)
})
