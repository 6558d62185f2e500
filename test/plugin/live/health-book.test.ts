import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import type {CheckId, CheckState} from '../../../plugin/core/contract/finding.ts'
import type {HealthAnswer, HealthCheck} from '../../../plugin/core/contract/health.ts'
import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import {createHealthBook} from '../../../plugin/live/health-book.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function check(id: CheckId, state: CheckState): HealthCheck {
  return {id, state, finding: 'cannot_tell', facts: {}, remedy: null, setting: null, link: null}
}

function book() {
  const far = {
    noticed: [check('failures', 'failing'), check('sync', 'warning')],
    whole: [check('account', 'failing')],
    isSilent: false,
  }
  const asked = {notices: 0, examinations: 0}
  const wakes = new Set<() => void>()
  const answer = (checks: HealthCheck[]): HealthAnswer => ({
    school: 'school-fjord',
    asOf: 0,
    live: true,
    checks,
    lastSuccess: null,
    failures: null,
    days: null,
    pending: null,
    events: null,
    sales: null,
    onSale: null,
  })
  const made = createHealthBook({
    async examine() {
      asked.examinations += 1
      return answer(far.whole)
    },
    async notice() {
      asked.notices += 1
      if (far.isSilent) throw new Error('nobody answers')
      return answer(far.noticed)
    },
    onWake(wake) {
      wakes.add(wake)
      return () => wakes.delete(wake)
    },
    now: () => Date.now(),
  })
  return {...made, far, asked, wake: () => wakes.forEach((wake) => wake())}
}

it('What needs mending is counted without examining anything, once somebody looks, and every ten minutes.', async () => {
  const {subscribe, getSnapshot, asked, far, wake} = book()
  expect(getSnapshot()).toBeNull()
  const end = subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(0)
  expect(getSnapshot()).toBe(1)
  wake()
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(asked).toEqual({notices: 1, examinations: 0})
  far.noticed = [check('failures', 'ok'), check('sync', 'warning')]
  await vi.advanceTimersByTimeAsync(10 * MINUTE)
  expect(getSnapshot()).toBe(0)
  end()
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(asked.notices).toBe(2)
})

it('What only Stripe knows counts from the last examination on, beside what the lake says since.', async () => {
  const {subscribe, getSnapshot, examine, far} = book()
  subscribe(() => undefined)
  far.whole = [check('account', 'failing'), check('failures', 'failing')]
  await examine()
  expect(getSnapshot()).toBe(2)
  far.noticed = [check('failures', 'ok')]
  await vi.advanceTimersByTimeAsync(20 * MINUTE)
  expect(getSnapshot()).toBe(1)
})

it('A look that fails leaves what was known, and the next one is not put off.', async () => {
  const {subscribe, getSnapshot, asked, far, wake} = book()
  subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(0)
  far.isSilent = true
  await vi.advanceTimersByTimeAsync(10 * MINUTE)
  expect(getSnapshot()).toBe(1)
  wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked.notices).toBe(3)
})
