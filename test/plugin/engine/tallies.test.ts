import {expect, it} from 'vitest'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {judgeSchool} from '../../../plugin/core/reconcile/judge-school.ts'
import {createDeskTeller} from '../../../plugin/engine/desk-news.ts'
import {createDesk} from '../../../plugin/engine/desk.ts'
import type {SchoolShown} from '../../../plugin/engine/shown.ts'
import {createTallies} from '../../../plugin/engine/tallies.ts'
import {facts, NOON, payment} from '../students/people.ts'

const known = facts({
  payments: ['cs_1', 'cs_2'].map((id) => payment({id, paidAt: NOON - 86_400_000})),
  remarks: [
    {
      id: 'r',
      rev: '1',
      about: 'cs_1',
      list: [{id: 'x', text: null, waiting: true, by: {id: 'p', name: 'Tove'}, at: NOON}],
    },
  ],
})
const desk = createDesk()
createDeskTeller((news) => desk.take(news))(known, judgeSchool(known, {now: NOON}))

const ready = (of: Partial<Extract<SchoolShown, {state: 'ready'}>> = {}): SchoolShown => ({
  state: 'ready',
  desk: desk.show(),
  asOf: NOON,
  complete: true,
  unchecked: 0,
  elsewhere: 0,
  upkeep: null,
  refreshing: false,
  progress: null,
  stale: null,
  ...of,
})

/** A school that is read as the test says. */
function reading() {
  const listeners = new Set<() => void>()
  const watched: string[] = []
  let shown: SchoolShown = {state: 'loading', progress: null}
  const tallies = createTallies((school) => ({
    getSnapshot: () => shown,
    refresh: () => undefined,
    subscribe(listener) {
      watched.push(school)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }))
  return {
    ...tallies,
    watched,
    listeners,
    of: () => tallies.getSnapshot().get('s'),
    tell(next: SchoolShown) {
      shown = next
      for (const listener of listeners) listener()
    },
  }
}

it('a school is read when somebody counts it, once, and left alone when it is counted', () => {
  const at = reading()
  at.look(['s'])
  expect(at.watched).toEqual([])
  expect(at.of()).toBeUndefined()
  at.count('s')
  at.count('s')
  expect(at.watched).toEqual(['s'])
  at.tell({state: 'loading', progress: {read: 10, about: 40}})
  expect(at.of()).toMatchObject({tally: null, counting: {progress: {read: 10}}})
  at.tell(ready({desk: {...desk.show(), isWhole: false}}))
  expect(at.of()).toMatchObject({tally: null, counting: {}})
  at.tell(ready())
  expect(at.of()).toMatchObject({counting: null, fault: null, tally: {review: 2, waiting: 1, asOf: NOON}})
  expect(at.of()?.tally?.amounts).toEqual([
    {minor: 25_000, currency: 'nok'},
    {minor: 25_000, currency: 'nok'},
  ])
  expect(at.listeners.size).toBe(0)
})

it('what was counted stays when counting anew fails, and says why', () => {
  const at = reading()
  at.tell(ready())
  at.look(['s'])
  expect(at.of()?.tally?.review).toBe(2)
  at.tell({state: 'loading', progress: null})
  at.count('s')
  at.tell({state: 'failed', fault: new Fault('stripe_unavailable', 'down')})
  expect(at.of()).toMatchObject({counting: null, fault: {code: 'stripe_unavailable'}, tally: {review: 2}})
  at.count('s')
  at.tell(ready({stale: new Fault('account_unreadable', 'no'), asOf: NOON - 5}))
  expect(at.of()).toMatchObject({fault: {code: 'account_unreadable'}, tally: {asOf: NOON - 5}})
})
