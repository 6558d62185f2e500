import {appendFileSync} from 'node:fs'
import process from 'node:process'
import {setTimeout as sleep} from 'node:timers/promises'
import {createJobs} from '../../../functions/jobs/create-jobs.ts'
import {pageAfter, readPage} from './pages.ts'

/** A process that reads pages, each in 100 ms, and notes those it has begun and those it has read, until it is killed. */
const [databaseUrl = '', queue = '', notes = ''] = process.argv.slice(2)
const onTrouble = (error: unknown): void => {
  throw error
}
const jobs = await createJobs({databaseUrl, queue, onTrouble})
jobs.work({
  atOnce: 2,
  async step(job) {
    const now = readPage(job)
    appendFileSync(notes, `begun ${now.school} ${now.page}\n`)
    await sleep(100)
    appendFileSync(notes, `read ${now.school} ${now.page}\n`)
    return pageAfter(now)
  },
  onGivenUp: (_, error) => Promise.reject(error instanceof Error ? error : new Error(String(error))),
  onTrouble,
})
process.send?.('at work')
process.on('disconnect', () => process.exit())
