import type {SchoolSync} from '../../plugin/core/contract/sync.ts'
import type {Job, Jobs} from '../jobs/jobs.ts'
import {syncJob} from './sync-job.ts'
import {beginRun, endRun, rememberFailure, type SyncOptions} from './sync-school.ts'
import type {Schools} from './sync-schools.ts'
import {takeStep} from './take-step.ts'

const AT_ONCE = 4

/**
 * Brings schools up to date step by step, sharing the steps with whoever else works on the same jobs: each process that
 * is started begins what nobody has begun, and all work until nothing is left. One that dies is taken over.
 *
 * @param options.onTrouble hears when the jobs cannot be reached
 * @returns the schools whose runs ended in this process; of the others another one tells, and the lake remembers all
 */
export async function syncByJobs(
  {all, way, toFaultBody}: Schools,
  named: readonly string[] | null,
  {jobs, onTrouble, ...options}: SyncOptions & {jobs: Jobs; onTrouble: (error: unknown) => void},
): Promise<SchoolSync[]> {
  const told: SchoolSync[] = []

  const step = async (job: Job): Promise<Job | null> => {
    const now = syncJob.parse(job)
    const {school} = now.plan
    const own = await way(school)
    const next = await takeStep(own, now)
    if (next !== null) return next
    told.push({school, report: await endRun(own.of, now)})
    return null
  }
  const onGivenUp = async (job: Job, error: unknown): Promise<void> => {
    const {plan, found} = syncJob.parse(job)
    const {of} = await way(plan.school)
    await rememberFailure(of, {plan, found}, error)
    told.push({school: plan.school, error: toFaultBody(error)})
  }
  const begin = async (school: string): Promise<void> => {
    try {
      const {of} = await way(school)
      await jobs.add(school, await beginRun(of, options))
    } catch (error) {
      told.push({school, error: toFaultBody(error)})
    }
  }

  jobs.work({atOnce: AT_ONCE, step, onGivenUp, onTrouble})
  for (const school of new Set(named ?? (await all()))) await begin(school)
  await jobs.ended()
  return told.toSorted((a, b) => (a.school < b.school ? -1 : 1))
}
