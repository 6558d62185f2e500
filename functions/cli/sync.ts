import {Fault, type FaultBody} from '../../plugin/core/contract/fault.ts'
import type {SchoolSync} from '../../plugin/core/contract/sync.ts'
import {toFaultBody} from '../answer-fault.ts'
import {parseConfig, type Config} from '../config.ts'
import {createDoor, type Door} from '../door.ts'
import {createJobs} from '../jobs/create-jobs.ts'
import {PATIENCE} from '../patience.ts'
import {describeBug, emptyNotes} from '../request-log.ts'
import {schoolsOf} from '../sync/schools-of.ts'
import {syncByJobs} from '../sync/sync-by-jobs.ts'
import {syncSchools} from '../sync/sync-schools.ts'
import type {Surroundings} from './audit.ts'
import {printSync} from './print-sync.ts'
import {SYNC_USAGE, syncOptions, type SyncWish} from './sync-options.ts'

const IN_ORDER = 0
const MISMATCHES = 1
const NOT_DONE = 2

/**
 * `stripe-passes sync`: the same run as `POST /v1/sync`, for a scheduler that starts commands. Prints what was done and
 * left, and answers 0 (nothing left), 1 (mismatches left) or 2 (not done).
 */
export async function sync(args: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
  const {out, err, now} = surroundings
  const wish = syncOptions(args, now)
  if (typeof wish === 'string') {
    err.write(`${wish}\n\n${SYNC_USAGE}`)
    return NOT_DONE
  }
  const {config, problems} = parseConfig(surroundings.environment)
  if (config === null) {
    err.write(`${problems.map(({setting, problem}) => `${setting} ${problem}`).join('; ')}\n`)
    return NOT_DONE
  }
  try {
    const schools = await run(config, wish, surroundings)
    out.write(wish.json ? `${JSON.stringify({schools})}\n` : printSync(schools))
    if (schools.some((one) => 'error' in one || one.report.failed.length > 0)) return NOT_DONE
    return schools.some((one) => 'report' in one && one.report.left.length > 0) ? MISMATCHES : IN_ORDER
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    err.write(`${error.message}\n`)
    return NOT_DONE
  }
}

async function run(
  config: Config,
  {schools: named, options}: SyncWish,
  surroundings: Surroundings,
): Promise<SchoolSync[]> {
  const {err} = surroundings
  const told = (error: unknown): FaultBody => {
    if (!(error instanceof Fault)) err.write(`${describeBug(error)}\n`)
    return toFaultBody(error, 'sync')
  }
  const schools = schoolsOf(doorOf(config, surroundings), emptyNotes(), told)
  const {databaseUrl} = config
  // What leaves no trace is nobody else's work either.
  if (databaseUrl === null || !options.keep) return syncSchools(schools, named, options)
  const onTrouble = (error: unknown): void => void err.write(`${told(error).message}\n`)
  const jobs = await createJobs({databaseUrl, queue: 'sync', onTrouble})
  try {
    return await syncByJobs(schools, named, {...options, jobs, onTrouble})
  } finally {
    await jobs.close()
  }
}

function doorOf(config: Config, {stripeApi = null, lakeHost = null, patience = PATIENCE, now}: Ways): Door {
  return createDoor({config, stripeApi, lakeHost, patience, now: () => now})
}

type Ways = Pick<Surroundings, 'patience' | 'now'> & {
  stripeApi?: Surroundings['stripeApi'] | null
  lakeHost?: string | null
}
