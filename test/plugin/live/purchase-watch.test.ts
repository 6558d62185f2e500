import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {MINUTE, SECOND} from '../../../plugin/core/contract/instant.ts'
import type {PurchaseAnswer} from '../../../plugin/core/contract/purchase.ts'
import {PURCHASE_STEPS} from '../../../plugin/core/contract/purchase-steps.ts'
import {createPurchaseWatch} from '../../../plugin/live/purchase-watch.ts'

const SINCE = Date.parse('2026-03-10T12:00:00Z')

beforeEach(() => void vi.useFakeTimers({now: SINCE}))
afterEach(() => void vi.useRealTimers())

/** An answer of now, in which so many steps are done; a stuck one stays stuck beside what is done after it. */
function answerOf(done: number, stuck: string | null = null): PurchaseAnswer {
  const stateOf = (step: string, nth: number) => {
    if (step === stuck) return 'stuck'
    return nth < done ? 'done' : nth === done ? 'waiting' : 'later'
  }
  return {
    school: 'school-fjord',
    since: SINCE,
    asOf: Date.now(),
    live: false,
    payment: done === 0 ? null : {id: 'cs_1', amount: {minor: 25_000, currency: 'nok'}, pass: null},
    student: null,
    entitlement: null,
    steps: PURCHASE_STEPS.map((step, nth) => {
      const state = stateOf(step, nth)
      const at = state === 'done' ? Date.now() : null
      return {step, state, at, from: null, why: null, detail: null, link: null}
    }),
  }
}

function watching({text = null}: {text?: string | null} = {}) {
  const questions: {since: number | null; pass: string | null}[] = []
  const at = {answer: () => answerOf(0), text}
  const open = () =>
    createPurchaseWatch({
      read: async (question) => {
        questions.push(question)
        return at.answer()
      },
      kept: {get: () => at.text, set: (next) => void (at.text = next)},
      onWake: () => () => undefined,
    })
  return {at, questions, open, watch: open()}
}

it('A purchase is asked for by the moment that the function named, until the student sees the pass, and no longer.', async () => {
  const {watch, at, questions} = watching()
  watch.start('pass-trial')
  await vi.advanceTimersByTimeAsync(4 * SECOND)
  expect(questions).toEqual([
    {since: null, pass: 'pass-trial'},
    {since: SINCE, pass: 'pass-trial'},
    {since: SINCE, pass: 'pass-trial'},
  ])
  at.answer = () => answerOf(4)
  await vi.advanceTimersByTimeAsync(2 * SECOND)
  expect(watch.getSnapshot()).toMatchObject({isWatching: false, answer: {payment: {id: 'cs_1'}}})
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(questions).toHaveLength(4)
})

it('Nobody buys: it ends by itself after twenty minutes, and was asked less often once it took long.', async () => {
  const {watch, questions} = watching()
  watch.start(null)
  await vi.advanceTimersByTimeAsync(40 * MINUTE)
  expect(watch.getSnapshot()).toMatchObject({isWatching: false, answer: {payment: null}})
  expect(questions.length).toBeLessThan(250)
})

it('What a sync granted ends it too, and the webhook that never came stays stuck.', async () => {
  const {watch, at} = watching()
  at.answer = () => answerOf(4, 'delivered')
  watch.start(null)
  await vi.advanceTimersByTimeAsync(0)
  expect(watch.getSnapshot()?.isWatching).toBe(false)
})

it('A page that is loaded anew goes on where it was, and an end stays an end.', async () => {
  const {watch, at, open, questions} = watching()
  watch.start('pass-trial')
  await vi.advanceTimersByTimeAsync(0)
  const again = open()
  expect(again.getSnapshot()).toMatchObject({pass: 'pass-trial', isWatching: true})
  at.answer = () => answerOf(4)
  await vi.advanceTimersByTimeAsync(2 * SECOND)
  expect(questions.at(-1)).toEqual({since: SINCE, pass: 'pass-trial'})
  expect(open().getSnapshot()).toMatchObject({isWatching: false, answer: {payment: {id: 'cs_1'}}})
  again.clear()
  expect(open().getSnapshot()).toBeNull()
})

it('What was kept by another version is as if nothing was kept.', () => {
  expect(watching({text: '{"pass": 1}'}).watch.getSnapshot()).toBeNull()
  expect(watching({text: 'nonsense'}).watch.getSnapshot()).toBeNull()
})

it('A question that fails is asked again; where the very first fails, that is said and nothing is watched.', async () => {
  const {watch, at} = watching()
  const fail = () => {
    throw new Fault('stripe_unavailable', 'Stripe did not answer')
  }
  at.answer = fail
  watch.start(null)
  await vi.advanceTimersByTimeAsync(0)
  expect(watch.getSnapshot()).toMatchObject({
    isWatching: false,
    answer: null,
    fault: {code: 'stripe_unavailable'},
  })
  at.answer = () => answerOf(0)
  watch.start(null)
  await vi.advanceTimersByTimeAsync(0)
  at.answer = fail
  await vi.advanceTimersByTimeAsync(2 * SECOND)
  expect(watch.getSnapshot()).toMatchObject({isWatching: true, fault: {code: 'stripe_unavailable'}})
  at.answer = () => answerOf(4)
  await vi.advanceTimersByTimeAsync(2 * SECOND)
  expect(watch.getSnapshot()).toMatchObject({isWatching: false, fault: null})
})

it('Whoever ends it hears no answer that was still on its way.', async () => {
  const {watch} = watching()
  watch.start(null)
  watch.clear()
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(watch.getSnapshot()).toBeNull()
})
