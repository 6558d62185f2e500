import {SECOND} from '../../plugin/core/contract/instant.ts'
import {delay} from '../delay.ts'
import type {Jobs} from './jobs.ts'
import {createMemoryQueue} from './memory-queue.ts'
import {takeJobs, type Taking} from './take-jobs.ts'

/** Milliseconds between two looks at whether everything has ended. */
const LOOK = SECOND / 4

/**
 * Makes the place where jobs wait: PostgreSQL, which several processes share; a folder of this machine's, for one
 * process; or, without either, this process's memory. In the first two a run goes on after a process was killed.
 *
 * @param options.databaseUrl `postgres://…`, `file:///…`, or null
 * @param options.queue whose jobs these are, where several installations share a database
 * @param options.onTrouble hears when the database stops to answer, or comes back with what it could not do
 * @throws Fault `jobs_unavailable`; `misconfigured` where a package is missing that the database needs
 * @example
 * const jobs = await createJobs({databaseUrl: config.databaseUrl, queue: 'sync', onTrouble: console.error})
 * jobs.work({atOnce: 4, step, onGivenUp, onTrouble: console.error})
 * await jobs.add('tenantT', firstJob)
 */
export async function createJobs({
  databaseUrl,
  queue: name,
  onTrouble,
}: {
  databaseUrl: string | null
  queue: string
  onTrouble: (error: unknown) => void
}): Promise<Jobs> {
  const queue = databaseUrl === null ? createMemoryQueue() : await openQueue(databaseUrl, name, onTrouble)
  const taking: Taking[] = []
  let closing: Promise<void> | null = null
  return {
    async add(key, job) {
      const isNew = await queue.add(key, job)
      if (isNew) for (const {wake} of taking) wake()
      return isNew
    },
    work: (worker) => void taking.push(takeJobs(queue, worker)),
    async ended() {
      while (!(await queue.isEmpty())) await delay(LOOK)
    },
    close: () => (closing ??= close()),
  }

  async function close(): Promise<void> {
    await Promise.all(taking.map(({stop}) => stop()))
    await queue.close()
  }
}

/** Loaded only where it is needed: an installation without a database has none of its packages. */
async function openQueue(databaseUrl: string, name: string, onTrouble: (error: unknown) => void) {
  const {openBossQueue} = await import('./boss-queue.ts')
  return openBossQueue({databaseUrl, name, onTrouble})
}
