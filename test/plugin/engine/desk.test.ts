import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import {reconcile} from '../../../plugin/core/reconcile/reconcile.ts'
import {createDeskTeller} from '../../../plugin/engine/desk-news.ts'
import {createDesk, type Desk} from '../../../plugin/engine/desk.ts'
import {entitlement, facts, NOON, payment, student} from '../students/people.ts'

const IDS = ['1', '2', '3', '4'] as const

/** How one sale stands, at one telling. */
type Sale = {paid: boolean; held: boolean; classesLeft: number; email: string; name: string}

const sale: fc.Arbitrary<Sale> = fc.record({
  paid: fc.boolean(),
  held: fc.boolean(),
  classesLeft: fc.constantFrom(10, 9),
  email: fc.constantFrom('ada@example.com', 'ada.«lind»@example.com 🎈'),
  name: fc.constantFrom('Ada', 'Ada Lind'),
})

function factsOf(sales: readonly Sale[]): Facts {
  return facts({
    students: sales.map(({name}, nth) => student({id: `u${nth}`, name})),
    payments: sales.flatMap(({paid, email}, nth) =>
      paid ? [payment({id: `cs_${nth}`, email, paidAt: NOON + nth})] : [],
    ),
    entitlements: sales.flatMap(({held, classesLeft}, nth) =>
      held ? [entitlement({id: `e${nth}`, student: `u${nth}`, session: `cs_${nth}`, classesLeft})] : [],
    ),
  })
}

function seen({rows, index, readSince}: Desk) {
  return {
    rows,
    readSince,
    payments: IDS.map((_, nth) => index.payments.get(`cs_${nth}`)),
    entitlements: IDS.map((_, nth) => index.entitlements.get(`e${nth}`)),
    students: [...index.students],
  }
}

it('a desk told in differences is the desk that was told whole', () => {
  const sales = fc.array(sale, {minLength: IDS.length, maxLength: IDS.length})
  fc.assert(
    fc.property(fc.array(sales, {minLength: 1, maxLength: 5}), (steps) => {
      const [tell, desk] = [createDeskTeller(), createDesk()]
      for (const step of steps) {
        const known = factsOf(step)
        const judged = reconcile(known, {now: NOON})
        const told = desk.hear(structuredClone(tell(known, judged)))
        expect(seen(told)).toEqual(seen(createDesk().hear(createDeskTeller()(known, judged))))
      }
    }),
  )
})

it('what did not change is not told again', () => {
  const tell = createDeskTeller()
  const known = factsOf([{paid: true, held: true, classesLeft: 9, email: 'a@example.com', name: 'Ada'}])
  const judged = reconcile(known, {now: NOON})
  expect(tell(known, judged)).toMatchObject({isWhole: true, rows: {changed: [{}]}})
  expect(tell({...known, payments: structuredClone(known.payments)}, judged)).toEqual({
    isWhole: false,
    basics: null,
    rows: {changed: [], gone: []},
    payments: {changed: [], gone: []},
    entitlements: {changed: [], gone: []},
    readSince: null,
  })
})

it('rows stand newest first, and what has no time after everything', () => {
  const known = facts({
    payments: [payment({id: 'cs_1', paidAt: NOON}), payment({id: 'cs_2', paidAt: NOON + 1})],
    unreadable: [{source: 'payment', id: 'cs_0', type: null, field: 'amount_total'}],
  })
  const {rows} = createDesk().hear(createDeskTeller()(known, reconcile(known, {now: NOON})))
  expect(rows.map(({entry}) => entry.key)).toEqual(['cs_2', 'cs_1', 'cs_0'])
})
