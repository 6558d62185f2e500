import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import process from 'node:process'
import {z} from 'zod'
import {startPostgres} from '../database/start-postgres.ts'
import type {FarStripe} from './start-far-stripe.ts'

/** Who read the same sessions, or why it did not. */
export type Peer = {name: string; calls: number; seconds: number} | {name: string; notRun: string}

const NAME = '@supabase/stripe-sync-engine'
const FOLDER = fileURLToPath(new URL('peers', import.meta.url))
const told = z.object({seconds: z.number(), sessions: z.int(), charges: z.int(), lines: z.int()})
const run = promisify(execFile)

/**
 * Lets stripe-sync-engine read the newest sessions into a PostgreSQL of its own. It is installed on first use, from a
 * manifest and lockfile that belong to the bench alone.
 */
export async function benchSyncEngine({
  far,
  sessions,
  ...order
}: {
  far: FarStripe
  key: string
  account: string
  /** Unix seconds. */
  since: number
  /** How many it must have read. */
  sessions: number
}): Promise<Peer> {
  const postgres = await startPostgres()
  if (postgres === null) return {name: NAME, notRun: 'PostgreSQL is not installed'}
  try {
    await install()
    await far.calls()
    const parameters = JSON.stringify({...order, databaseUrl: postgres.url, sdk: far.sdk})
    const {stdout} = await run(process.execPath, [`${FOLDER}/sync-engine.js`, parameters])
    const read = told.parse(JSON.parse(stdout))
    if (read.sessions !== sessions || read.charges !== sessions || read.lines !== sessions) {
      throw new Error(`${NAME} read ${JSON.stringify(read)} of ${sessions}`)
    }
    return {name: NAME, calls: (await far.calls()).length, seconds: Math.round(read.seconds * 100) / 100}
  } finally {
    await postgres.close()
  }
}

async function install(): Promise<void> {
  if (existsSync(`${FOLDER}/node_modules`)) return
  process.stderr.write(`installing ${NAME} into test/bench/peers, on this first run only\n`)
  await run('npm', ['ci', '--no-audit', '--no-fund'], {cwd: FOLDER})
}
