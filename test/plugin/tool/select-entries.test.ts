import {expect, it} from 'vitest'
import type {Entry} from '../../../plugin/core/contract/entry.ts'
import type {RepairRecord} from '../../../plugin/core/contract/repair.ts'
import {indexFacts} from '../../../plugin/engine/facts-index.ts'
import {newestFirst, rowOf, type Row} from '../../../plugin/engine/rows.ts'
import {heldOrder} from '../../../plugin/tool/mismatches/held-order.ts'
import {countSales, countTabs, selectRows} from '../../../plugin/tool/mismatches/select-entries.ts'
import {rowsCsv} from '../../../plugin/tool/mismatches/rows-csv.ts'
import {DEFAULT_VIEW} from '../../../plugin/tool/mismatches/view.ts'
import {entitlement, entry, facts, NOON, payment, student} from '../students/people.ts'

const record = (of: Partial<RepairRecord>): RepairRecord => ({
  id: 'passRepair.cs_2.1',
  payment: 'cs_2',
  kind: 'grant',
  verdict: 'missing',
  entitlements: ['e2'],
  actor: {id: 'p', name: 'Tove', via: 'studio'},
  at: NOON,
  reason: null,
  undoes: null,
  fingerprint: null,
  message: null,
  ...of,
})
const known = facts({
  students: [student({id: 'ada', name: 'Ada Berg'})],
  payments: [
    payment({id: 'cs_1', paidAt: NOON, email: 'parent@example.com'}),
    payment({id: 'cs_2', paidAt: NOON + 1}),
  ],
  entitlements: [entitlement({id: 'e2', session: 'cs_2'})],
  records: [record({})],
})
const entries: Entry[] = [
  entry({key: 'cs_1', payment: 'cs_1', student: 'ada', verdict: 'missing'}),
  entry({key: 'cs_2', payment: 'cs_2', entitlements: ['e2'], verdict: 'matched'}),
  entry({
    key: 'cs_3',
    payment: 'cs_3',
    verdict: 'unattributed',
    confidence: 'check',
    dismissed: {by: 'Tove', at: NOON, reason: 'known'},
  }),
]
const rows = (of = known) => entries.map((one) => rowOf(one, indexFacts(of))).toSorted(newestFirst)
const keys = (list: readonly Row[]) => list.map((row) => row.entry.key)

it('each entry stands under its job: to review, fixed with this tool, dismissed', () => {
  expect(countTabs(rows())).toEqual({review: 1, fixed: 1, dismissed: 1, all: 3})
  expect(keys(selectRows(rows(), {...DEFAULT_VIEW, tab: 'fixed'}))).toEqual(['cs_2'])
})

it('what was undone is no longer fixed', () => {
  const undo = record({id: 'passRepair.cs_2.2', kind: 'revoke', undoes: 'passRepair.cs_2.1', at: NOON + 5})
  const both = {...known, records: [record({}), undo]}
  expect(countTabs(rows(both)).fixed).toBe(1)
  expect(countTabs(rows({...known, records: []})).fixed).toBe(0)
})

it('the newest stands first, and what has no time after everything', () => {
  expect(keys(rows())).toEqual(['cs_2', 'cs_1', 'cs_3'])
})

it.each(['ada berg', 'BERG', 'parent@', 'cs_1', 'pi_cs_1', 'user_ada', 'parent ada'])(
  '«%s» finds Ada’s payment',
  (text) => {
    expect(keys(selectRows(rows(), {...DEFAULT_VIEW, tab: 'all', text}))).toEqual(['cs_1'])
  },
)

it('every filter has to fit', () => {
  const view = {...DEFAULT_VIEW, tab: 'all', verdict: 'missing'} as const
  expect(keys(selectRows(rows(), view))).toEqual(['cs_1'])
  expect(selectRows(rows(), {...view, confidence: 'check'})).toEqual([])
})

it.each([
  ['newest', ['cs_2', 'cs_1', 'cs_3']],
  ['oldest', ['cs_1', 'cs_2', 'cs_3']],
  ['amount', ['cs_1', 'cs_2', 'cs_3']],
  ['student', ['cs_1', 'cs_2', 'cs_3']],
] as const)('rows stand in the order that was asked for: %s', (sort, expected) => {
  const dear = known.payments.map((one) =>
    one.id === 'cs_1' ? {...one, total: {minor: 900_000, currency: 'nok'}} : one,
  )
  const shown = selectRows(rows({...known, payments: dear}), {...DEFAULT_VIEW, tab: 'all', sort})
  expect(keys(shown)).toEqual(expected)
})

it('a spreadsheet gets amounts and times to count with, and never a formula', () => {
  const evil = known.students.map((one) => ({...one, name: '=HYPERLINK("http://example.com")'}))
  const of = {...known, students: evil}
  const wording = {
    text: (key: string) => key,
    money: () => '',
    times: {date: () => '', dateTime: () => '', clock: () => ''},
    currency: 'nok',
  }
  const [head, second, first] = rowsCsv(rows(of), indexFacts(of), wording).split('\r\n')
  expect(head).toMatch(/^csv\.at,csv\.amount,csv\.currency,csv\.student/)
  expect(first).toMatch(/^2026-03-10T12:00:00\.000Z,250\.00,NOK,"'=HYPERLINK\(""http/)
  expect(first).toMatch(/,cs_1,pi_cs_1,,$/)
  expect(second).toMatch(/,cs_2,pi_cs_2,e2,$/)
})

it('what is not a pass sale is not counted among those that have their pass', () => {
  const paid = {...known, payments: [...known.payments, payment({id: 'cs_3'}), payment({id: 'cs_9'})]}
  const other = entry({key: 'cs_9', payment: 'cs_9', verdict: 'excluded'})
  const all = [...entries, other, entry({key: 'e9', verdict: 'unpaid'})]
  expect(countSales(all.map((one) => rowOf(one, indexFacts(paid))))).toBe(3)
})

it('a list keeps the order it was laid out in: what was repaired stays, what came since waits, what is gone goes', () => {
  const gone = [rowOf(entry({key: 'cs_gone', payment: 'cs_gone'}), indexFacts(known))]
  const all = rows().toSorted((a, b) => (a.entry.key < b.entry.key ? -1 : 1))
  const laidOut = [...gone, ...all.filter(({entry: {key}}) => key !== 'cs_3')]
  const view = {...DEFAULT_VIEW, tab: 'review'} as const
  const {listed, done, fresh} = heldOrder(laidOut, rows(), selectRows(rows(), view))
  expect(keys(listed)).toEqual(['cs_1', 'cs_2'])
  expect([...done]).toEqual(['cs_2'])
  expect(fresh).toBe(0)
  expect(heldOrder(laidOut.slice(-1), rows(), selectRows(rows(), view)).fresh).toBe(1)
})

it('keeps a pass that nobody paid where it stood, though it is no entry any more once it has ended', () => {
  const unpaid = rowOf(
    entry({key: 'e9', payment: null, entitlements: ['e9'], verdict: 'unpaid'}),
    indexFacts(known),
  )
  const {listed, done} = heldOrder([unpaid], rows(), [])
  expect(keys(listed)).toEqual(['e9'])
  expect([...done]).toEqual(['e9'])
  expect(listed[0]?.tab).not.toContain('review')
})
