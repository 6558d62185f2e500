import {expect, it} from 'vitest'
import {timelineOf} from '../../../plugin/tool/students/timeline.ts'
import {entitlement, entry, facts, NOON, payment, student} from './people.ts'

const ada = student({id: 'ada', clerkId: 'user_ada'})

it('puts each payment beside its pass, newest first', () => {
  const {items} = timelineOf(
    'ada',
    facts({
      students: [ada],
      payments: [payment({id: 'cs_1', paidAt: NOON - 2}), payment({id: 'cs_2', paidAt: NOON - 1})],
      entitlements: [entitlement({id: 'e1', student: 'ada'})],
    }),
    [
      entry({key: 'cs_1', payment: 'cs_1', student: 'ada', entitlements: ['e1']}),
      entry({key: 'cs_2', payment: 'cs_2', student: 'ada', verdict: 'missing'}),
    ],
    {complete: true},
  )

  expect(items.map(({payment: paid, entitlements}) => [paid?.id, entitlements.map(({id}) => id)])).toEqual([
    ['cs_2', []],
    ['cs_1', ['e1']],
  ])
})

it('shows a pass that is over and was paid outside what was read, and says nothing of it', () => {
  const {items} = timelineOf(
    'ada',
    facts({students: [ada], entitlements: [entitlement({id: 'e1', student: 'user_ada', active: false})]}),
    [],
    {complete: true},
  )

  expect(items).toMatchObject([{key: 'e1', payment: null, entry: null}])
})

it('keeps apart what a parent paid for another student', () => {
  const child = student({id: 'child', email: 'other@example.com'})
  const {items, forOthers} = timelineOf(
    'ada',
    facts({students: [ada, child], payments: [payment({id: 'cs_1', email: 'ada@example.com'})]}),
    [entry({key: 'cs_1', payment: 'cs_1', student: 'child'})],
    {complete: true},
  )

  expect(items).toEqual([])
  expect(forOthers).toHaveLength(1)
})

it('shows a payment that names nobody for sure with the person it came for', () => {
  const {items} = timelineOf(
    'ada',
    facts({students: [ada], payments: [payment({id: 'cs_1'})]}),
    [entry({key: 'cs_1', payment: 'cs_1', verdict: 'unattributed'})],
    {complete: true},
  )

  expect(items).toHaveLength(1)
})

it('shows a pass that another identity of the same person holds', () => {
  const {items} = timelineOf(
    'ada',
    facts({
      students: [ada, student({id: 'older', clerkId: 'user_ada'})],
      payments: [payment({id: 'cs_1'})],
      entitlements: [entitlement({id: 'e1', student: 'older'})],
    }),
    [entry({key: 'cs_1', payment: 'cs_1', student: 'ada', entitlements: ['e1'], verdict: 'conflict'})],
    {complete: true},
  )

  expect(items).toMatchObject([{entitlements: [{student: 'older'}]}])
})

it('says nothing of a pass without payment while the payments were not all searched', () => {
  const known = facts({students: [ada], entitlements: [entitlement({id: 'e1', student: 'ada'})]})
  const entries = [entry({key: 'e1', entitlements: ['e1'], verdict: 'unpaid', reasons: ['no_payment']})]

  expect(timelineOf('ada', known, entries, {complete: false}).items).toMatchObject([{key: 'e1', entry: null}])
  expect(timelineOf('ada', known, entries, {complete: true}).items).toMatchObject([
    {entry: {verdict: 'unpaid'}},
  ])
})

it('leaves out what another student of the school holds', () => {
  const known = facts({
    students: [ada, student({id: 'bo'})],
    entitlements: [entitlement({id: 'e1', student: 'bo'})],
  })
  const entries = [entry({key: 'e1', entitlements: ['e1'], verdict: 'unpaid'})]

  expect(timelineOf('ada', known, entries, {complete: true})).toMatchObject({items: [], forOthers: []})
})

it('leaves a pass to the school that it belongs to, unless it was paid here', () => {
  const known = facts({
    students: [ada],
    payments: [payment({id: 'cs_1'})],
    entitlements: [
      entitlement({id: 'theirs', student: 'ada', school: 'tenantU', active: false}),
      entitlement({id: 'strayed', student: 'ada', school: 'tenantU'}),
    ],
  })
  const entries = [
    entry({key: 'cs_1', payment: 'cs_1', student: 'ada', entitlements: ['strayed'], verdict: 'hidden'}),
  ]

  expect(timelineOf('ada', known, entries, {complete: true}).items.map(({key}) => key)).toEqual(['cs_1'])
})
