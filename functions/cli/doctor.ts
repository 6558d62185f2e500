import {FINDINGS} from '../../plugin/core/contract/finding.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import type {HealthAnswer, HealthCheck} from '../../plugin/core/contract/health.ts'
import type {School} from '../../plugin/core/contract/school.ts'
import {parseConfig} from '../config.ts'
import {createFarSides} from '../far-sides.ts'
import {health} from '../handlers/health/health.ts'
import {PATIENCE} from '../patience.ts'
import {emptyNotes} from '../request-log.ts'
import {toHealthCase} from '../to-health-case.ts'
import type {Surroundings} from './audit.ts'
import {demandNamed} from './demand-named.ts'
import {DOCTOR_USAGE, doctorOptions} from './doctor-options.ts'
import {printReport} from './print-report.ts'

/** What was found of each school, or of the settings where these let nothing be asked. */
export type DoctorReport = {
  asOf: number
  live: boolean | null
  /** Where settings are wrong: then no school could be examined. */
  settings: HealthCheck | null
  schools: {school: Pick<School, 'id' | 'name'>; answer: HealthAnswer}[]
}

/** `probeLoopback`: whether an endpoint on this machine may be asked; in a demo, where there is no other. */
export type DoctorSurroundings = Surroundings & {probeLoopback?: boolean}

const IN_ORDER = 0
const FOUND = 1
const CANNOT_TELL = 2

/**
 * `stripe-passes doctor`: Health for whoever has the settings and no Studio at hand. Prints what was found and answers 0
 * (everything in order), 1 (something to look at or to mend) or 2 (something could not be told). Nothing is written.
 */
export async function doctor(args: readonly string[], surroundings: DoctorSurroundings): Promise<0 | 1 | 2> {
  const {out, err, now} = surroundings
  const options = doctorOptions(args)
  if (typeof options === 'string') {
    err.write(`${options}\n\n${DOCTOR_USAGE}`)
    return CANNOT_TELL
  }
  try {
    const report = await examine(options.school, surroundings)
    out.write(options.print === 'json' ? toJson(report) : printReport(report, options.print))
    return exitCodeOf(report)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    err.write(`${error.message}\n`)
    if (options.print === 'json') {
      out.write(`${JSON.stringify({asOf: toIso(now), fault: error.code, schools: []})}\n`)
    }
    return CANNOT_TELL
  }
}

async function examine(
  wanted: string | null,
  {environment, stripeApi, lakeHost, patience = PATIENCE, now, probeLoopback = false}: DoctorSurroundings,
): Promise<DoctorReport> {
  const {config, problems} = parseConfig(environment)
  if (config === null) {
    const settings = problems.map(({setting, problem}) => `${setting} ${problem}`)
    return {asOf: now, live: null, settings: wrongSettings(settings), schools: []}
  }
  const far = createFarSides({config, stripeApi: stripeApi ?? null, lakeHost: lakeHost ?? null, patience})
  const known = await far.ledger({onCall: () => undefined}).schools()
  if (wanted !== null) demandNamed(wanted, known)
  if (known.length === 0) throw new Fault('not_found', 'there is no school')
  const schools = known.filter(({id}) => wanted === null || id === wanted)
  const report: DoctorReport = {asOf: now, live: config.live, settings: null, schools: []}
  for (const school of schools) {
    // One after the other: a report can wait, and the function beside it has the same allowance at Stripe.
    const answer = await health(
      toHealthCase(far, {
        school: school.id,
        config,
        patience,
        now: () => now,
        // Whoever holds the settings may do all that the function may.
        mayProbe: true,
        probeLoopback,
        notes: emptyNotes(),
      }),
    )
    report.schools.push({school, answer})
  }
  return report
}

function wrongSettings(settings: string[]): HealthCheck {
  const {check, state, remedy} = FINDINGS.settings_wrong
  return {id: check, state, finding: 'settings_wrong', facts: {settings}, remedy, setting: null, link: null}
}

function exitCodeOf({settings, schools}: DoctorReport): 0 | 1 | 2 {
  if (settings !== null) return CANNOT_TELL
  const states = new Set(schools.flatMap(({answer}) => answer.checks.map(({state}) => state)))
  if (states.has('failing') || states.has('warning')) return FOUND
  return states.has('unknown') ? CANNOT_TELL : IN_ORDER
}

function toJson({asOf, live, settings, schools}: DoctorReport): string {
  const answers = schools.map(({school: {name}, answer}) => ({name, ...answer}))
  return `${JSON.stringify({asOf: toIso(asOf), live, settings, schools: answers}, null, 2)}\n`
}
