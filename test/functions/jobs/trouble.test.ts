import {fork, execFile} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, describe, expect, it, type onTestFinished, vi} from 'vitest'
import {openBossQueue} from '../../../functions/jobs/boss-queue.ts'
import {createJobs} from '../../../functions/jobs/create-jobs.ts'
import {demandPostgres} from '../../database/demand-postgres.ts'
import {firstOf, pagesOf} from './pages.ts'
import {newFolder, newQueue, setup} from './setup.ts'

const postgres = await demandPostgres('jobs on PostgreSQL in trouble')
const folder = newFolder()
afterAll(async () => {
  await postgres?.close()
  folder.remove()
})

const SCHOOLS = ['A', 'B', 'C', 'D']
// Ten seconds of silence, and a machine that does much else.
const PATIENT = 90_000

/** A process of its own that reads pages; what it noted is there when it is no more. */
async function startReader(databaseUrl: string, queue: string, atTheEnd: typeof onTestFinished) {
  const notes = join(mkdtempSync(join(tmpdir(), 'stripe-passes-notes-')), 'pages')
  const child = fork(new URL('killed-reader.ts', import.meta.url), [databaseUrl, queue, notes])
  atTheEnd(() => {
    child.kill('SIGKILL')
    rmSync(join(notes, '..'), {recursive: true})
  })
  await once(child, 'message')
  const noted = (what: 'begun' | 'read'): string[] =>
    (existsSync(notes) ? readFileSync(notes, 'utf8') : '')
      .split('\n')
      .flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []))
  return {
    noted,
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** A process is killed, and whoever comes after it reads on. */
async function killAndReadOn(databaseUrl: string, atTheEnd: typeof onTestFinished) {
  const queue = newQueue()
  const before = await setup(databaseUrl, queue, atTheEnd)
  for (const school of SCHOOLS) await before.jobs.add(school, firstOf(school))
  await before.jobs.close()

  const reader = await startReader(databaseUrl, queue, atTheEnd)
  await vi.waitUntil(() => reader.noted('read').length >= 3, {timeout: 30_000})
  await reader.kill()
  const {jobs, read, work} = await setup(databaseUrl, queue, atTheEnd)
  work()
  await jobs.ended()

  const pages = [...reader.noted('read'), ...read]
  // What it had in hand is read once more: two pages being read, and two of which the database had not heard yet.
  const inHand = new Set(reader.noted('begun').slice(-4))
  const twice = pages.filter((page, at) => pages.indexOf(page) !== at && !inHand.has(page))
  return {read: [...new Set(pages)].toSorted(), twice}
}

const ALL_ONCE = {read: SCHOOLS.flatMap((school) => pagesOf(school)), twice: []}

describe('jobs in a folder', () => {
  it(
    'are read on by another when a process is killed: no page is lost, and none that was ended is read again',
    async ({onTestFinished: atTheEnd}) => {
      expect(await killAndReadOn(folder.url, atTheEnd)).toEqual(ALL_ONCE)
    },
    PATIENT,
  )
})

// Each waits for ten seconds of silence or more: they wait together.
describe.concurrent.each(postgres ? [postgres] : [])('PostgreSQL', (database) => {
  it(
    'loses no page of a process that is killed, and another reads none again that was ended',
    async ({onTestFinished: atTheEnd}) => {
      expect(await killAndReadOn(database.url, atTheEnd)).toEqual(ALL_ONCE)
    },
    PATIENT,
  )

  it(
    'gives a job of whom nobody hears to another, and then takes no word of the first for it',
    async ({onTestFinished: atTheEnd}) => {
      const options = {databaseUrl: database.url, name: newQueue(), onTrouble: () => undefined}
      const queue = await openBossQueue(options)
      atTheEnd(() => queue.close())
      await queue.add('A', {page: 1})
      const lost = await queue.take()
      await vi.waitUntil(() => queue.take(), {timeout: 40_000, interval: 500})
      await lost?.end({page: 2})
      await lost?.drop('internal')
      expect(await queue.take()).toBeNull()
      expect(await queue.isEmpty()).toBe(false)
    },
    PATIENT,
  )

  it(
    'leaves a job to whoever takes long over it and says so',
    async ({onTestFinished: atTheEnd}) => {
      const {jobs, read, work} = await setup(database.url, newQueue(), atTheEnd)
      await jobs.add('A', firstOf('A', 1))
      work(() => sleep(15_000))
      await jobs.ended()
      expect(read).toEqual(['A 1'])
    },
    PATIENT,
  )
})

describe.each(postgres ? [postgres] : [])('PostgreSQL', (database) => {
  it('lets two processes share the work', async () => {
    const one = await setup(database.url)
    const other = await setup(database.url, one.queue)
    const schools = Array.from({length: 10}, (_, nth) => `school${nth}`)
    for (const school of schools) await one.jobs.add(school, firstOf(school, 2))
    one.work(() => sleep(50))
    other.work(() => sleep(50))
    await one.jobs.ended()
    expect(one.read.length).toBeGreaterThan(4)
    expect(other.read.length).toBeGreaterThan(4)
    expect([...one.read, ...other.read].toSorted()).toEqual(schools.flatMap((school) => pagesOf(school, 2)))
  })

  it(
    'goes away in the middle and comes back: that is told, and no page is lost',
    async () => {
      const {jobs, read, troubles, work} = await setup(database.url)
      for (const school of SCHOOLS) await jobs.add(school, firstOf(school))
      work(() => sleep(100))
      await expect.poll(() => read.length, {timeout: 30_000}).toBeGreaterThan(2)
      await database.kill()
      await expect(jobs.add('E', firstOf('E'))).rejects.toMatchObject({code: 'jobs_unavailable'})
      await database.start()
      await jobs.ended()
      expect(new Set(read)).toEqual(new Set(SCHOOLS.flatMap((school) => pagesOf(school))))
      expect(troubles.length).toBeGreaterThan(0)
    },
    PATIENT,
  )
})

describe('a database that can’t be had', () => {
  const options = {queue: 'sync', onTrouble: () => undefined}

  it('because nobody answers there is a fault that says so', async () => {
    const databaseUrl = 'postgres://passes@127.0.0.1:9/passes'
    await expect(createJobs({...options, databaseUrl})).rejects.toMatchObject({code: 'jobs_unavailable'})
  })

  it.each(['pg-boss', '@electric-sql/pglite'])(
    'because %s is not installed names the setting and the package',
    async (name) => {
      const script = `
        import {registerHooks} from 'node:module'
        registerHooks({
          resolve(specifier, context, next) {
            if (specifier === ${JSON.stringify(name)}) throw new Error('Cannot find package')
            return next(specifier, context)
          },
        })
        const {createJobs} = await import(${JSON.stringify(
          new URL('../../../functions/jobs/create-jobs.ts', import.meta.url).href,
        )})
        const databaseUrl = ${JSON.stringify(folder.url)}
        await createJobs({databaseUrl, queue: 'sync', onTrouble: () => undefined}).catch((fault) => {
          process.stdout.write(JSON.stringify({code: fault.code, message: fault.message, detail: fault.detail}))
        })`
      const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
      expect(JSON.parse(stdout)).toEqual({
        code: 'misconfigured',
        message: `DATABASE_URL needs a package that is not installed: npm install ${name}`,
        detail: {settings: 'DATABASE_URL', reason: 'package_missing', package: name},
      })
    },
  )
})
