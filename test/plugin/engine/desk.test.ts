import * as fc from 'fast-check'
import {expect, it} from 'vitest'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import {judgeSchool, type JudgedSchool} from '../../../plugin/core/reconcile/judge-school.ts'
import {createDeskTeller, type DeskNews} from '../../../plugin/engine/desk-news.ts'
import {createDesk, type Desk, type DeskMaker} from '../../../plugin/engine/desk.ts'
import {isAlike} from '../../../plugin/live/is-alike.ts'
import {entitlement, facts, NOON, payment, student} from '../students/people.ts'

const IDS = ['1', '2', '3', '4'] as const

/** How one sale stands, at one telling. */
type Sale = {
  paid: boolean
  held: boolean
  classesLeft: number
  email: string
  name: string
  /** What a colleague said of it, by the payment or by the pass. */
  said?: 'cs' | 'e' | null
}

const sale: fc.Arbitrary<Sale> = fc.record({
  paid: fc.boolean(),
  held: fc.boolean(),
  classesLeft: fc.constantFrom(10, 9),
  email: fc.constantFrom('ada@example.com', 'ada.«lind»@example.com 🎈'),
  name: fc.constantFrom('Ada', 'Ada', 'Ada', 'Ada Lind'),
  said: fc.constantFrom(null, 'cs', 'e'),
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
    remarks: sales.flatMap(({said = null}, nth) =>
      said === null
        ? []
        : [{id: `r${nth}`, rev: '1', about: `${said}_${nth}`.replace('e_', 'e'), list: [REMARK]}],
    ),
  })
}

const REMARK = {id: 'r', text: 'asked her', waiting: true, by: {id: 'p', name: 'Tove'}, at: NOON}

/** The later facts, with whatever is as before the same objects: as they are where a change in the lake made them. */
function shared(before: Facts, now: Facts): Facts {
  const held = new Map<string, unknown>(Object.entries(before))
  const keep = (name: string, value: unknown): unknown => {
    const known = held.get(name)
    if (isAlike(known, value)) return known
    if (!Array.isArray(value) || !Array.isArray(known)) return value
    return value.map((item: unknown) => known.find((one) => isAlike(one, item)) ?? item)
  }
  return {
    ...now,
    ...Object.fromEntries(Object.entries(now).map(([name, value]) => [name, keep(name, value)])),
  }
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

/** A desk, and an engine's teller that tells it across a line that carries copies. */
function line() {
  const [desk, parts]: [DeskMaker, DeskNews[]] = [createDesk(), []]
  const tell = createDeskTeller((news) => {
    parts.push(news)
    desk.take(structuredClone(news))
  })
  return {
    parts,
    shown: () => desk.show(),
    tell: (known: Facts, judged = judgeSchool(known, {now: NOON})) => {
      parts.length = 0
      tell(known, judged)
      return judged
    },
  }
}

it('a desk told in differences is the desk that was told whole', () => {
  const sales = fc.array(sale, {minLength: IDS.length, maxLength: IDS.length})
  fc.assert(
    fc.property(fc.array(sales, {minLength: 1, maxLength: 5}), (steps) => {
      const here = line()
      let [known, judged]: [Facts | null, JudgedSchool | null] = [null, null]
      for (const step of steps) {
        known = known === null ? factsOf(step) : shared(known, factsOf(step))
        const isRevised = judged?.revise(known, {now: NOON}) === true
        judged = here.tell(known, isRevised && judged !== null ? judged : undefined)
        const whole = line()
        whole.tell(factsOf(step))
        expect(seen(here.shown())).toEqual(seen(whole.shown()))
      }
    }),
  )
})

it('so it is of a school with many sales, whether few of them change or most', () => {
  const email = 'ada@example.com'
  const sales = Array.from({length: 600}, () => ({
    paid: true,
    held: true,
    classesLeft: 10,
    email,
    name: 'Ada',
  }))
  const few = sales.map((one, nth) => (nth < 2 ? {...one, paid: nth === 0, classesLeft: 9} : one))
  const most = few.map((one, nth) => (nth < 3 ? {...one, held: nth !== 2} : {...one, classesLeft: 8}))
  const here = line()
  for (const step of [sales, few, most]) {
    here.tell(factsOf(step))
    const whole = line()
    whole.tell(factsOf(step))
    expect(seen(here.shown())).toEqual(seen(whole.shown()))
  }
})

it('what did not change is not told again, though it was read again', () => {
  const {tell, parts} = line()
  const known = factsOf([{paid: true, held: true, classesLeft: 9, email: 'a@example.com', name: 'Ada'}])
  tell(known)
  expect(parts).toMatchObject([{isFirst: true, more: false, rows: {changed: [{}]}}])
  tell(structuredClone(known))
  expect(parts).toEqual([
    {
      isFirst: false,
      more: false,
      basics: {},
      rows: {changed: [], gone: []},
      payments: {changed: [], gone: []},
      entitlements: {changed: [], gone: []},
      readSince: null,
    },
  ])
})

const SALES = 2_000

function manySales(): Facts {
  const sold = Array.from({length: SALES}, (_, nth) => ({
    paid: true,
    held: nth % 3 > 0,
    classesLeft: 9,
    email: `student${nth}@example.com`,
    name: `Student ${nth}`,
  }))
  return factsOf(sold)
}

it('of many rows the newest cross before the others are judged, with all that they name', () => {
  const known = manySales()
  const judged = judgeSchool(known, {now: NOON})
  let asked = 0
  const counted = {
    ...judged,
    *entries() {
      for (const entry of judged.entries()) {
        asked += 1
        yield entry
      }
    },
  }
  const [begun, judgedBefore]: [DeskMaker, number[]] = [createDesk(), []]
  createDeskTeller((news) => {
    if (news.isFirst) begun.take(structuredClone(news))
    judgedBefore.push(asked)
  })(known, counted)
  const {rows, index, isWhole} = begun.show()
  expect(isWhole).toBe(false)
  expect(judgedBefore[0]).toBe(rows.length)
  expect(rows.length).toBeLessThan(100)
  for (const {entry} of rows) {
    expect(index.payments.get(entry.payment ?? '')).toBeDefined()
    for (const id of entry.entitlements) expect(index.entitlements.get(id)).toBeDefined()
  }
})

it('the others follow in small parts, and then the desk is whole', () => {
  const {tell, parts, shown} = line()
  tell(manySales())
  expect(shown()).toMatchObject({isWhole: true})
  expect(shown().rows).toHaveLength(SALES)
  expect(Math.max(...parts.map(({rows}) => rows.changed.length))).toBeLessThan(500)
  expect(parts.map(({more}) => more)).toEqual([...parts.slice(1).map(() => true), false])
})

it('when one pass of many changes, its row crosses and no other, and nobody else is judged again', () => {
  const {tell, parts, shown} = line()
  const known = manySales()
  const judged = tell(known)
  const before = new Set(judged.entries())
  const entitlements = known.entitlements.filter(({id}) => id !== 'e7')
  const now = {...known, entitlements}
  expect(judged.revise(now, {now: NOON})).toBe(true)
  tell(now, judged)
  expect([...judged.entries()].filter((entry) => !before.has(entry)).map(({key}) => key)).toEqual(['cs_7'])
  const crossed = parts.map(({rows}) => rows.changed.map(({entry}) => [entry.key, entry.verdict]))
  expect(crossed).toEqual([[['cs_7', 'unattributed']]])
  expect(parts).toMatchObject([
    {basics: {}, payments: {changed: []}, entitlements: {changed: [], gone: ['e7']}},
  ])
  expect(shown().rows).toHaveLength(SALES)
})

it('rows stand newest first, and what has no time after everything', () => {
  const {tell, shown} = line()
  tell(
    facts({
      payments: [payment({id: 'cs_1', paidAt: NOON}), payment({id: 'cs_2', paidAt: NOON + 1})],
      unreadable: [{source: 'payment', id: 'cs_0', type: null, field: 'amount_total'}],
    }),
  )
  expect(shown().rows.map(({entry}) => entry.key)).toEqual(['cs_2', 'cs_1', 'cs_0'])
})
