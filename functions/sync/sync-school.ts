import {Fault, type FaultCode} from '../../plugin/core/contract/fault.ts'
import {MINUTE} from '../../plugin/core/contract/instant.ts'
import type {SyncReport} from '../../plugin/core/contract/sync.ts'
import {accountsOf} from '../access/accounts-of.ts'
import {alertOfRun} from '../alerts/alert-of-run.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import {amendState, sinceFor} from './amend-state.ts'
import {toReport, withFailure, withRun} from './end-run.ts'
import {planRun} from './plan-run.ts'
import {nothingFound, type SyncFound, type SyncJob, type SyncPlan} from './sync-job.ts'
import {takeStep, type SyncWay} from './take-step.ts'

export type SyncOptions = {
  /** Whether what is beyond doubt is repaired; else it is only told. */
  write: boolean
  /** Whether the run is remembered; without, it is as if it had never been. */
  keep: boolean
  /** Everything from this moment on is read, also what was read before. */
  since: number | null
  /** Minutes until the scheduler comes again, where it says so. */
  every: number | null
}

/**
 * Brings a school up to date, step by step in this process. Remembered as done only when it is: whatever breaks it off,
 * the next run begins where the last finished one ended.
 *
 * @throws Fault whatever kept a step from being taken
 */
export async function syncSchool(way: SyncWay, options: SyncOptions): Promise<SyncReport> {
  let job = await beginRun(way.of, options)
  try {
    for (let next: SyncJob | null = job; next !== null; next = await takeStep(way, job)) job = next
  } catch (error) {
    await rememberFailure(way.of, job, error)
    throw error
  }
  return endRun(way.of, job)
}

/**
 * Plans a run by what is remembered of the school. Its steps may then be taken one by one, by whoever is free.
 *
 * @throws Fault `not_found` for no school of ours, `account_unreadable` where nobody knows whose money to look at
 */
export async function beginRun(of: RequestCase, options: SyncOptions): Promise<SyncJob> {
  const {ledger, school} = of
  const {write, keep, since, every} = options
  const at = of.now()
  const nextRun = every === null ? null : at + every * MINUTE
  try {
    const book = ledger.open(school)
    await book.readBasics()
    const accounts = accountsOf(book.ledger())
    const {state} = await ledger.syncState(school)
    const automaticSince = await sinceFor(ledger, school, {now: at, write})
    return planRun(state, {accounts, now: at, since, write, keep, nextRun, automaticSince})
  } catch (error) {
    // Of what is no school nothing is remembered.
    const isOurs = !(error instanceof Fault && error.code === 'not_found')
    if (isOurs) await rememberFailure(of, {plan: {at, keep, nextRun}, found: nothingFound()}, error)
    throw error
  }
}

/** Remembers a run whose steps were all taken, and tells what it did and left. */
export async function endRun(of: RequestCase, job: SyncJob): Promise<SyncReport> {
  const report = toReport(job)
  if (!job.plan.keep) return report
  await amendState(of.ledger, of.school, (state) => withRun(state, job))
  const {left, full, failed} = report
  await alertOfRun(of, {left, full, fault: failed[0]?.error.code ?? null})
  return report
}

/** What kept a run from its end is told in any case: that it could not be remembered too is told by the same fault. */
export async function rememberFailure(
  of: RequestCase,
  {plan, found}: {plan: Pick<SyncPlan, 'at' | 'keep' | 'nextRun'>; found: SyncFound},
  error: unknown,
): Promise<void> {
  if (!plan.keep) return
  const ended: FaultCode = error instanceof Fault ? error.code : 'internal'
  try {
    await amendState(of.ledger, of.school, (state) => withFailure(state, {plan, found}, ended))
  } catch (second) {
    if (!(second instanceof Fault)) throw second
  }
  await alertOfRun(of, {left: [], full: false, fault: ended})
}
