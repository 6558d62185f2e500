import {DAY} from '../../plugin/core/contract/instant.ts'
import type {Unsettled} from '../../plugin/core/contract/sync-state.ts'
import {isMismatch} from '../../plugin/core/contract/verdict.ts'
import type {Outcome} from '../automatic/outcome.ts'
import {isPayment} from '../handlers/readings.ts'
import type {Account, Reading} from '../ports.ts'
import type {SyncFound, SyncPlan} from './sync-job.ts'

/** Whatever is not settled by then never will be, or somebody has seen it long since. */
const SETTLES_WITHIN = 30 * DAY

/** What has been found after a page of sessions: how new they are, what was done about them, what waits. */
export function withReadings(
  found: SyncFound,
  {
    plan,
    account,
    readings,
    awaited,
    outcomes,
  }: {
    plan: SyncPlan
    account: Account
    readings: readonly Reading[]
    awaited: readonly Unsettled[]
    outcomes: readonly Outcome[]
  },
): SyncFound {
  const createdAt = new Map(readings.filter(isPayment).map((payment) => [payment.id, payment.createdAt]))
  const waiting = outcomes
    .filter(({verdict, done}) => verdict === 'in_transit' || done.state === 'failed')
    .map(({payment}) => ({id: payment, account, createdAt: createdAt.get(payment) ?? plan.at}))
  return withOutcomes(
    {
      ...found,
      pending: [
        ...found.pending,
        ...[...awaited, ...waiting].filter((one) => one.createdAt >= plan.at - SETTLES_WITHIN),
      ],
      counts: {...found.counts, sessions: found.counts.sessions + readings.length},
    },
    outcomes,
  )
}

/** A payment that is met twice, in the window and behind a refund, is told as it was found the last time. */
export function withOutcomes<Found extends Pick<SyncFound, 'repairs' | 'left' | 'failed'>>(
  found: Found,
  outcomes: readonly Outcome[],
): Found {
  const again = new Set(outcomes.map(({payment}) => payment))
  const isOther = ({payment}: {payment: string}): boolean => !again.has(payment)
  const repairs = outcomes.flatMap(({payment, done}) =>
    'kind' in done ? [{payment, kind: done.kind, written: done.state === 'written'}] : [],
  )
  const left = outcomes.flatMap(({payment, verdict, done}) =>
    isMismatch(verdict) && done.state !== 'written' ? [{payment, verdict}] : [],
  )
  const failed = outcomes.flatMap(({payment, done}) =>
    done.state === 'failed' ? [{payment, error: done.error}] : [],
  )
  return {
    ...found,
    repairs: [...found.repairs.filter((one) => one.written || isOther(one)), ...repairs],
    left: [...found.left.filter(isOther), ...left],
    failed: [...found.failed.filter(isOther), ...failed],
  }
}
