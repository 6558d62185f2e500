import {describe, expect, test} from 'vitest'
import {planRun, type RunOptions} from '../../../functions/sync/plan-run.ts'
import type {SyncStep} from '../../../functions/sync/sync-job.ts'
import {DAY, HOUR, MINUTE} from '../../../plugin/core/contract/instant.ts'
import {emptySyncState, type SyncState} from '../../../plugin/core/contract/sync-state.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const OVERLAP = 5 * MINUTE
const options: RunOptions = {
  accounts: ['acct_A'],
  now: NOW,
  since: null,
  write: true,
  keep: true,
  automaticSince: NOW - DAY,
  nextRun: null,
}
const upToDate: SyncState = {
  ...emptySyncState('tenantT'),
  cursor: {sessions: NOW - HOUR, refunds: NOW - 20 * DAY, disputes: null},
  lastFull: NOW - 3 * HOUR,
}

function plan(state: Partial<SyncState> = {}, more: Partial<RunOptions> = {}) {
  return planRun({...upToDate, ...state}, {...options, ...more})
}

/** How far back each list is read, and which sessions are asked for by their ids. */
function reach(steps: readonly SyncStep[]): Record<string, number | string[]> {
  return Object.fromEntries(
    steps.map((step) => [step.read, step.read === 'again' ? step.ids : NOW - step.from]),
  )
}

function unsettled(id: string, ago: number) {
  return {id, account: 'acct_A', createdAt: NOW - ago}
}

describe('what a run reads', () => {
  test('what is new since the last of its kind, and a little before it', () => {
    expect(plan().plan.full).toBe(false)
    expect(reach(plan().steps)).toEqual({
      sessions: HOUR + OVERLAP,
      refunds: 20 * DAY + OVERLAP,
      disputes: 90 * DAY,
    })
  })

  test('the first time, a quarter of a year', () => {
    const {plan: first, steps} = planRun(emptySyncState('tenantT'), options)
    expect(first.full).toBe(true)
    expect(reach(steps)).toEqual({sessions: 90 * DAY, refunds: 90 * DAY, disputes: 90 * DAY})
  })

  test('each day once, the last two days of sessions and thirty of refunds', () => {
    const {plan: full, steps} = plan({lastFull: NOW - 23 * HOUR})
    expect(full.full).toBe(true)
    expect(reach(steps)).toMatchObject({sessions: 2 * DAY, refunds: 30 * DAY})
  })

  test('after a silence everything since, but not more than a quarter of a year', () => {
    const cursor = (ago: number) => ({...upToDate.cursor, sessions: NOW - ago})
    expect(reach(plan({cursor: cursor(20 * DAY)}).steps)).toMatchObject({sessions: 20 * DAY + OVERLAP})
    expect(reach(plan({cursor: cursor(200 * DAY)}).steps)).toMatchObject({sessions: 90 * DAY})
  })

  test('an open checkout of yesterday by its window, an older payment under way by its id', () => {
    const pending = [unsettled('cs_open', 20 * HOUR), unsettled('cs_debit', 5 * DAY)]
    expect(reach(plan({pending}).steps)).toMatchObject({sessions: 20 * HOUR, again: ['cs_debit']})
    expect(plan({pending}).plan.asked).toEqual(['cs_open', 'cs_debit'])
  })

  test('many that are under way, in several steps', () => {
    const pending = Array.from({length: 45}, (_, nth) => unsettled(`cs_${nth}`, 5 * DAY))
    const again = plan({pending}).steps.flatMap((step) => (step.read === 'again' ? [step.ids.length] : []))
    expect(again).toEqual([20, 20, 5])
  })

  test('refunds and disputes back to the oldest that is not settled', () => {
    const open = {openRefunds: [unsettled('re_1', 25 * DAY)], openDisputes: [unsettled('dp_1', 95 * DAY)]}
    expect(reach(plan(open).steps)).toMatchObject({refunds: 25 * DAY, disputes: 95 * DAY})
  })

  test('every account of the school, former ones too', () => {
    const {steps} = plan({}, {accounts: ['acct_A', 'acct_former']})
    expect(steps.map(({read, account}) => `${read} ${account ?? ''}`)).toEqual([
      'sessions acct_A',
      'sessions acct_former',
      'refunds acct_A',
      'refunds acct_former',
      'disputes acct_A',
      'disputes acct_former',
    ])
  })
})

describe('a moment that somebody names', () => {
  test('makes a run read more', () => {
    expect(reach(plan({}, {since: NOW - 60 * DAY}).steps)).toMatchObject({
      sessions: 60 * DAY,
      refunds: 60 * DAY,
    })
  })

  test('never less, so that nothing between is skipped', () => {
    const {steps} = plan({}, {since: NOW - MINUTE})
    expect(reach(steps)).toMatchObject({sessions: HOUR + OVERLAP})
  })
})

describe('a cursor that cannot be right', () => {
  test('an hour ahead is a clock that is off: the window is read whole', () => {
    const {plan: full, steps} = plan({cursor: {...upToDate.cursor, sessions: NOW + HOUR}})
    expect(full.full).toBe(true)
    expect(reach(steps)).toMatchObject({sessions: 2 * DAY})
  })

  test('a day ahead was never Stripe’s: everything is read again', () => {
    const {steps} = plan({cursor: {...upToDate.cursor, sessions: NOW + DAY}})
    expect(reach(steps)).toMatchObject({sessions: 90 * DAY})
  })
})
