import {DAY, HOUR, SECOND, type Instant} from '../../plugin/core/contract/instant.ts'
import type {SyncCursor, SyncState, Unsettled} from '../../plugin/core/contract/sync-state.ts'
import {nothingFound, type SyncJob, type SyncStep} from './sync-job.ts'

/** What Stripe lists may lag behind what it has, and two things of one second come in any order. */
export const OVERLAP = 300 * SECOND
/** A checkout is open for a day at most; twice that is read again whole, once a day. */
const WINDOW = 2 * DAY
/** Less than a day, so that a nightly run is never a second too early for it. */
const FULL_EVERY = 23 * HOUR
/** How far back a first run looks, and one after a long silence. */
const LONGEST = 90 * DAY
/** A bank may send a refund back weeks after it had taken it. */
const REFUND_MAY_FAIL = 30 * DAY
/** Our clock may be off by so much: a cursor later than that was never Stripe's. */
const CLOCKS_DIFFER = 2 * HOUR
const IDS_A_STEP = 20

export type RunOptions = {
  accounts: readonly string[]
  now: Instant
  /** Everything from here on is read, also what was read before. */
  since: Instant | null
  write: boolean
  keep: boolean
  automaticSince: Instant
  nextRun: Instant | null
}

/**
 * Decides what a run reads: what is new since the cursor, and whatever was not settled then. Once a day, and whenever
 * the cursor cannot be trusted, the whole window; the first time, or after a long silence, as far back as it takes.
 *
 * @example planRun(state, {accounts: ['acct_A'], now, …}).steps[0] // {read: 'sessions', account: 'acct_A', from: …}
 */
export function planRun(state: SyncState, options: RunOptions): SyncJob {
  const {now, since, accounts, ...given} = options
  const newSince = newSinceOf(state, since, now)
  const full = isFullDue(state, now)
  const sessionsFrom = Math.min(
    newSince.sessions,
    full ? now - WINDOW : oldestOf(recent(state.pending, now), newSince.sessions),
  )
  const refundsFrom = Math.min(
    oldestOf(state.openRefunds, newSince.refunds),
    full ? now - REFUND_MAY_FAIL : newSince.refunds,
  )
  const disputesFrom = oldestOf(state.openDisputes, newSince.disputes)
  const older = state.pending.filter(({createdAt}) => createdAt < sessionsFrom)
  const unsettled = [...state.pending, ...state.openRefunds, ...state.openDisputes]
  const asked = unsettled.map(({id}) => id)
  return {
    plan: {school: state.school, at: now, full, sessionsFrom, newSince, seen: state.seen, asked, ...given},
    steps: [
      ...accounts.map((account) => firstPage('sessions', account, sessionsFrom)),
      ...accounts.flatMap((account) => byIds(account, older)),
      ...accounts.map((account) => firstPage('refunds', account, refundsFrom)),
      ...accounts.map((account) => firstPage('disputes', account, disputesFrom)),
    ],
    found: nothingFound(),
  }
}

/**
 * A cursor as far as it can be believed. One of the future comes from a clock that was off, or from somebody's hand:
 * believed, it would hide whatever happens until then.
 */
export function credible(cursor: Instant | null, now: Instant): Instant | null {
  return cursor === null || cursor > now + CLOCKS_DIFFER ? null : Math.min(cursor, now)
}

function newSinceOf({cursor}: SyncState, since: Instant | null, now: Instant) {
  const of = (kind: keyof SyncCursor): Instant => {
    const read = credible(cursor[kind], now)
    if (read === null) return since ?? now - LONGEST
    return Math.min(since ?? now, Math.max(read - OVERLAP, now - LONGEST))
  }
  return {sessions: of('sessions'), refunds: of('refunds'), disputes: of('disputes')}
}

function isFullDue({cursor, lastFull}: SyncState, now: Instant): boolean {
  if (cursor.sessions === null || cursor.sessions > now) return true
  return lastFull === null || lastFull > now || now - lastFull >= FULL_EVERY
}

/** Those that lie within the window are read with it, a hundred in a call. */
function recent(pending: readonly Unsettled[], now: Instant): Unsettled[] {
  return pending.filter(({createdAt}) => createdAt >= now - WINDOW)
}

function oldestOf(unsettled: readonly Unsettled[], otherwise: Instant): Instant {
  return unsettled.reduce((oldest, {createdAt}) => Math.min(oldest, createdAt), otherwise)
}

function firstPage(read: 'sessions' | 'refunds' | 'disputes', account: string, from: Instant): SyncStep {
  return {read, account, from, after: null}
}

function byIds(account: string, pending: readonly Unsettled[]): SyncStep[] {
  const ids = pending.flatMap((one) => (one.account === account ? [one.id] : []))
  return Array.from({length: Math.ceil(ids.length / IDS_A_STEP)}, (_, nth) => ({
    read: 'again',
    account,
    ids: ids.slice(nth * IDS_A_STEP, (nth + 1) * IDS_A_STEP),
  }))
}
