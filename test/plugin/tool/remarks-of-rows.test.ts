import {expect, it} from 'vitest'
import type {Remark} from '../../../plugin/core/contract/remark.ts'
import {reconcile} from '../../../plugin/core/reconcile/reconcile.ts'
import {indexFacts} from '../../../plugin/engine/facts-index.ts'
import {remarksOf} from '../../../plugin/engine/remarks-of.ts'
import {newestFirst, rowOf} from '../../../plugin/engine/rows.ts'
import {selectRows} from '../../../plugin/tool/mismatches/select-entries.ts'
import {DEFAULT_VIEW, type View} from '../../../plugin/tool/mismatches/view.ts'
import {entitlement, entry, facts, NOON, payment} from '../students/people.ts'

const said = (id: string, of: Partial<Remark> = {}): Remark => ({
  id,
  text: id,
  waiting: false,
  by: {id: 'p', name: 'Tove'},
  at: NOON,
  ...of,
})
const on = (about: string, list: Remark[]) => ({id: `passRemarks.${about}`, rev: '1', about, list})

const known = facts({
  payments: ['cs_1', 'cs_2', 'cs_3'].map((id, nth) => payment({id, paidAt: NOON - nth})),
  entitlements: [entitlement({id: 'e2', session: 'cs_2'})],
  remarks: [
    on('cs_1', [said('asked her', {waiting: true}), said('x', {text: null, waiting: true, at: NOON + 1})]),
    on('cs_2', [said('it is her sister’s', {at: NOON + 2})]),
    on('e2', [said('found by hand', {at: NOON + 1, waiting: true})]),
    on('cs_3', [said('y', {text: null, waiting: true}), said('z', {text: null, at: NOON + 1})]),
  ],
})
const entries = [
  entry({key: 'cs_1', payment: 'cs_1', verdict: 'missing'}),
  entry({key: 'cs_2', payment: 'cs_2', entitlements: ['e2'], verdict: 'wrong_pass'}),
  entry({key: 'cs_3', payment: 'cs_3', verdict: 'missing'}),
]
const rows = entries.map((one) => rowOf(one, indexFacts(known))).toSorted(newestFirst)
const found = (view: Partial<View>) =>
  selectRows(rows, {...DEFAULT_VIEW, ...view}).map((row) => row.entry.key)

it('a row says what was said last, and whether the school waits; an end of waiting alone says nothing', () => {
  expect(rows.map(({remark}) => remark)).toEqual([
    {waiting: true, text: 'asked her', by: 'Tove', at: NOON},
    {waiting: false, text: 'it is her sister’s', by: 'Tove', at: NOON + 2},
    null,
  ])
})

it('what was said of a pass goes along when its payment is found, in the order of time', () => {
  const [, second] = entries
  expect(second && remarksOf(second, indexFacts(known)).map(({text, about}) => [text, about])).toEqual([
    ['found by hand', 'e2'],
    ['it is her sister’s', 'cs_2'],
  ])
})

it('rows are found by their notes', () => {
  expect(found({note: 'waiting'})).toEqual(['cs_1'])
  expect(found({note: 'noted'})).toEqual(['cs_1', 'cs_2'])
  expect(found({text: 'sister'})).toEqual(['cs_2'])
})

it('no verdict depends on what anybody says', () => {
  const judged = (of: typeof known) => reconcile(of, {now: NOON})
  expect(judged(known)).toEqual(judged({...known, remarks: []}))
})
