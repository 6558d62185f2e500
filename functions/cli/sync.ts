import {Fault, type FaultBody} from '../../plugin/core/contract/fault.ts'
import type {SchoolSync} from '../../plugin/core/contract/sync.ts'
import {toFaultBody} from '../answer-fault.ts'
import {parseConfig} from '../config.ts'
import {createDoor, type Door} from '../door.ts'
import {PATIENCE} from '../patience.ts'
import {describeBug, emptyNotes} from '../request-log.ts'
import {schoolsOf} from '../sync/schools-of.ts'
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
  const door = doorOf(surroundings)
  if (typeof door === 'string') {
    err.write(`${door}\n`)
    return NOT_DONE
  }
  try {
    const schools = await run(door, wish, surroundings)
    out.write(wish.json ? `${JSON.stringify({schools})}\n` : printSync(schools))
    if (schools.some((one) => 'error' in one || one.report.failed.length > 0)) return NOT_DONE
    return schools.some((one) => 'report' in one && one.report.left.length > 0) ? MISMATCHES : IN_ORDER
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    err.write(`${error.message}\n`)
    return NOT_DONE
  }
}

function run(door: Door, {schools, options}: SyncWish, {err}: Surroundings): Promise<SchoolSync[]> {
  const told = (error: unknown): FaultBody => {
    if (!(error instanceof Fault)) err.write(`${describeBug(error)}\n`)
    return toFaultBody(error, 'sync')
  }
  return syncSchools(schoolsOf(door, emptyNotes(), told), schools, options)
}

/** The way to both sides by the function's own settings, or what is wrong with these. */
function doorOf({environment, stripeApi, lakeHost, patience, now}: Surroundings): Door | string {
  const {config, problems} = parseConfig(environment)
  if (config === null) return problems.map(({setting, problem}) => `${setting} ${problem}`).join('; ')
  return createDoor({
    config,
    stripeApi: stripeApi ?? null,
    lakeHost: lakeHost ?? null,
    patience: patience ?? PATIENCE,
    now: () => now,
  })
}
