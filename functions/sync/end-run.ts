import type {FaultCode} from '../../plugin/core/contract/fault.ts'
import type {SyncReport} from '../../plugin/core/contract/sync.ts'
import type {SyncCounts, SyncCursor, SyncState, Unsettled} from '../../plugin/core/contract/sync-state.ts'
import type {Verdict} from '../../plugin/core/contract/verdict.ts'
import {laterOf} from './later-of.ts'
import {credible} from './plan-run.ts'
import type {SyncFound, SyncJob, SyncPlan} from './sync-job.ts'

/** What is told of a run when all its steps were taken. */
export function toReport({plan, found}: SyncJob): SyncReport {
  const {repairs, left, failed} = found
  return {full: plan.full, counts: countsOf(found), repairs, left, failed}
}

/**
 * What is remembered when all steps of a run were taken. It says what the run changes, not what everything becomes: two
 * runs at once each add to what the other left, and what both still asked for is merely asked for once more.
 */
export function withRun(state: SyncState, {plan, found}: SyncJob): SyncState {
  const [failure] = found.failed
  const told = {
    ...state,
    lastRun: {at: plan.at, ended: failure?.error.code ?? ('done' as const), counts: countsOf(found)},
    nextRun: plan.nextRun,
  }
  // Where runs write, what one that only looks has seen is still to be done.
  if (!plan.write && state.automaticSince !== null) return told
  const {newest, seen} = found
  const movedTo = (kind: keyof SyncCursor) => laterOf(credible(state.cursor[kind], plan.at), newest[kind])
  const asked = new Set(plan.asked)
  const joined = (before: readonly Unsettled[], now: readonly Unsettled[]): Unsettled[] => [
    ...new Map([...before.filter(({id}) => !asked.has(id)), ...now].map((one) => [one.id, one])).values(),
  ]
  return {
    ...told,
    cursor: {
      sessions: movedTo('sessions'),
      refunds: movedTo('refunds'),
      disputes: movedTo('disputes'),
    },
    seen,
    pending: joined(state.pending, found.pending),
    openRefunds: joined(state.openRefunds, found.openRefunds),
    openDisputes: joined(state.openDisputes, found.openDisputes),
    lastFull: plan.full ? plan.at : state.lastFull,
  }
}

/** What is remembered of a run that broke off: that it did, and nothing that would let the next one read less. */
export function withFailure(
  state: SyncState,
  {plan, found}: {plan: Pick<SyncPlan, 'at' | 'nextRun'>; found: SyncFound},
  ended: FaultCode,
): SyncState {
  return {...state, lastRun: {at: plan.at, ended, counts: countsOf(found)}, nextRun: plan.nextRun}
}

function countsOf({counts, repairs, left}: SyncFound): SyncCounts {
  const verdicts: Partial<Record<Verdict, number>> = {}
  for (const {verdict} of left) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  return {...counts, repaired: repairs.filter(({written}) => written).length, left: verdicts}
}
