import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {onTestFinished} from 'vitest'
import {createJobs} from '../../../functions/jobs/create-jobs.ts'
import {pageAfter, readPage, type Page} from './pages.ts'

/** The address of a folder that is gone afterwards. */
export function newFolder(): {url: string; remove: () => void} {
  const folder = mkdtempSync(join(tmpdir(), 'stripe-passes-jobs-'))
  return {url: pathToFileURL(folder).href, remove: () => rmSync(folder, {recursive: true, force: true})}
}

let made = 0

/** A queue that no other test knows. */
export function newQueue(): string {
  made += 1
  return `queue${made}`
}

/** Jobs for one test, closed when it ends, and what was read and given up. A test beside others brings its own `onTestFinished`. */
export async function setup(databaseUrl: string | null, queue = newQueue(), atTheEnd = onTestFinished) {
  const read: string[] = []
  const givenUp: {school: string; error: unknown}[] = []
  const troubles: unknown[] = []
  const onTrouble = (error: unknown): void => void troubles.push(error)
  const jobs = await createJobs({databaseUrl, queue, onTrouble})
  atTheEnd(() => jobs.close())

  /** Begins to read pages, each noted when it was read. */
  function work(step: (page: Page) => Promise<void> = () => Promise.resolve(), {atOnce = 2} = {}): void {
    jobs.work({
      atOnce,
      async step(job) {
        const now = readPage(job)
        await step(now)
        read.push(`${now.school} ${now.page}`)
        return pageAfter(now)
      },
      onGivenUp(job, error) {
        givenUp.push({school: readPage(job).school, error})
        return Promise.resolve()
      },
      onTrouble,
    })
  }
  return {jobs, read, givenUp, troubles, work, queue}
}
