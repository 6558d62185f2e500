import type {JobWithMetadata} from 'pg-boss'
import {z} from 'zod'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {DAY, HOUR, SECOND} from '../../plugin/core/contract/instant.ts'
import type {Job} from './jobs.ts'
import {openBoss, SCHEMA} from './open-boss.ts'
import {ATTEMPTS, pauseAfter, SILENCE, type Queue, type TakenJob} from './queue.ts'

/** What pg-boss says of jobs that it was to end; its types leave it open. */
const settled = z.object({affected: z.int()})

const QUEUE = {
  policy: 'exclusive',
  retryLimit: ATTEMPTS - 1,
  // What a dead process held is taken up at once; whoever puts a job back says for how long.
  retryDelay: 0,
  heartbeatSeconds: SILENCE,
  expireInSeconds: HOUR / SECOND,
  deleteAfterSeconds: DAY / SECOND,
} as const

/**
 * Jobs in a database, kept by pg-boss. What follows a job is added in the transaction that ends it, so that a run is
 * neither torn nor doubled when a process dies; and only whoever holds a job can end it.
 *
 * @throws Fault `jobs_unavailable`, as every method does; `misconfigured` where a package is missing
 */
export async function openBossQueue({
  databaseUrl,
  name,
  onTrouble,
}: {
  databaseUrl: string
  name: string
  onTrouble: (error: unknown) => void
}): Promise<Queue> {
  const {boss, together, close} = await answered(() => openBoss(databaseUrl, onTrouble))
  await answered(() => boss.createQueue(name, QUEUE))

  function hold(held: JobWithMetadata<Job>): TakenJob {
    const {id, retryCount, retryLimit, singletonKey, data: job} = held
    const attempt = {id, retryCount}
    return {
      job,
      isLast: retryCount >= retryLimit,
      keep: () => answered(async () => void (await boss.touch(name, attempt))),
      end: (next) =>
        answered(() =>
          together(async (db) => {
            const {affected} = settled.parse(await boss.complete(name, attempt, null, {db}))
            if (affected > 0 && next !== null)
              await boss.send(name, next, {singletonKey: singletonKey ?? id, db})
          }),
        ),
      putBack: (code) =>
        answered(() =>
          together(async (db) => {
            const {affected} = settled.parse(await boss.fail(name, attempt, {code}, {db}))
            if (affected > 0)
              await boss.update(name, undefined, {id, startAfter: pauseAfter(retryCount + 1), db})
          }),
        ),
      drop: (code) => answered(async () => void (await boss.complete(name, attempt, {code}))),
    }
  }

  return {
    add: (key, job) => answered(async () => (await boss.send(name, job, {singletonKey: key})) !== null),
    async take() {
      const [held] = await answered(() => boss.fetch<Job>(name, {includeMetadata: true}))
      return held === undefined ? null : hold(held)
    },
    async isEmpty() {
      const left = `select 1 from ${SCHEMA}.job where name = $1 and state < $2 limit 1`
      const {rows} = await answered(() => boss.getDb().executeSql(left, [name, 'completed']))
      return rows.length === 0
    },
    close,
  }
}

/** Whatever the database could not do is one fault; why is in its cause. */
async function answered<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('jobs_unavailable', 'the database of the jobs does not answer', {}, {cause: error})
  }
}
