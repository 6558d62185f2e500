import {fork, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as sleep} from 'node:timers/promises'
import {PgBoss} from 'pg-boss'
import {z} from 'zod'
import {createJobs} from '../../functions/jobs/create-jobs.ts'
import {startPostgres} from '../database/start-postgres.ts'
import {startFarStripe, type FarStripe} from './start-far-stripe.ts'

const KEY = 'sk_live_onLoopbackOnly'
const LATENCY = 100
const SESSIONS = 250
const PAGES = 3
const LOOK = 50

/** Jobs that were done, by what they read. */
const doneJobs = z.array(z.object({account: z.string(), page: z.string(), times: z.int()}))

export type SchoolsFigures = {
  schools: number
  /** Of all schools, in one run. */
  pages: number
  runs: {
    workers: number
    /** One of them, when half of the pages had been read. */
    killed: number
    seconds: number
    /** All pages at one a worker and 100 ms each; from the killing on, by one worker fewer. */
    boundSeconds: number
    /** Pages that were asked for again, because their process died over them. */
    askedAgain: number
  }[]
  /** Pages whose job was done more than once. */
  pagesTwice: number
  /** Pages whose job was never done. */
  lost: number
}

/** Measures reading 200 schools of 250 sessions each by one process, and by four of which one is killed half-way. */
export async function benchSchools(schools = 200): Promise<SchoolsFigures> {
  const postgres = await startPostgres()
  if (postgres === null) throw new Error('PostgreSQL is not installed')
  const accounts = Array.from({length: schools}, (_, nth) => `acct_school${nth}`)
  const far = await startFarStripe({
    key: KEY,
    latencyMs: LATENCY,
    schools: accounts.map((account) => ({account, sales: SESSIONS, days: 120, until: Date.now()})),
  })
  try {
    const world = {accounts, far, databaseUrl: postgres.url}
    const alone = await run(world, {workers: 1, killed: 0})
    const together = await run(world, {workers: 4, killed: 1})
    const runs = [alone, together]
    return {
      schools,
      pages: schools * PAGES,
      runs: runs.map(({figures}) => figures),
      pagesTwice: runs.reduce((sum, {pagesTwice}) => sum + pagesTwice, 0),
      lost: runs.reduce((sum, {lost}) => sum + lost, 0),
    }
  } finally {
    far.close()
    await postgres.close()
  }
}

type World = {accounts: readonly string[]; far: FarStripe; databaseUrl: string}
type Crew = {workers: number; killed: number}

async function run(world: World, crew: Crew) {
  const {accounts, far, databaseUrl} = world
  const queue = `schools-${crew.workers}`
  const jobs = await createJobs({databaseUrl, queue, onTrouble: () => undefined})
  const ledger = await openLedger(databaseUrl, queue)
  try {
    for (const account of accounts) await jobs.add(account, {account, page: 1, after: null, read: 0})
    const readers = await Promise.all(
      Array.from({length: crew.workers}, () => startReader({databaseUrl, queue, key: KEY, sdk: far.sdk})),
    )
    await far.calls()
    const from = performance.now()
    for (const reader of readers) reader.send('begin')
    if (crew.killed > 0) await killHalfWay(readers[0], () => ledger.isHalfDone(accounts.length * PAGES))
    await jobs.ended()
    const seconds = Math.round((performance.now() - from) / 10) / 100
    const calls = await far.calls()
    for (const reader of readers.slice(crew.killed)) reader.disconnect()
    const done = await ledger.done()
    const pages = accounts.length * PAGES
    return {
      figures: {...crew, seconds, boundSeconds: boundOf(pages, crew), askedAgain: calls.length - pages},
      pagesTwice: done.filter(({times}) => times > 1).length,
      lost: pages - done.length,
    }
  } finally {
    await ledger.close()
    await jobs.close()
  }
}

async function startReader(order: Record<string, unknown>): Promise<ChildProcess> {
  const reader = fork(new URL('school-reader.ts', import.meta.url), [JSON.stringify(order)])
  await once(reader, 'message')
  return reader
}

async function killHalfWay(
  reader: ChildProcess | undefined,
  isHalfDone: () => Promise<boolean>,
): Promise<void> {
  while (!(await isHalfDone())) await sleep(LOOK)
  reader?.kill('SIGKILL')
}

function boundOf(pages: number, {workers, killed}: Crew): number {
  const half = (pages / 2) * (LATENCY / 1_000)
  return Math.round((half / workers + half / (workers - killed)) * 100) / 100
}

/** What was done, as the database itself has it. */
async function openLedger(databaseUrl: string, queue: string) {
  const boss = new PgBoss({connectionString: databaseUrl, supervise: false, schedule: false})
  const db = boss.getDb()
  const ofDone = `from stripe_passes.job where name = $1 and state = 'completed'`
  const counted = z.tuple([z.object({count: z.int()})])
  await boss.start()
  return {
    async isHalfDone(pages: number): Promise<boolean> {
      const {rows} = await db.executeSql(`select count(*)::int ${ofDone}`, [queue])
      return counted.parse(rows)[0].count >= pages / 2
    },
    async done() {
      const columns = `data ->> 'account' as account, data ->> 'page' as page, count(*)::int as times`
      const {rows} = await db.executeSql(`select ${columns} ${ofDone} group by 1, 2`, [queue])
      return doneJobs.parse(rows)
    },
    close: () => boss.stop({graceful: false}),
  }
}
