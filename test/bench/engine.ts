import process from 'node:process'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {judgeSchool} from '../../plugin/core/reconcile/judge-school.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import {documentsOf, largeSchool, NOW, pagesOf, sessionPage, type LargeSchoolOptions} from './large-school.ts'

const RUNS = 5
const CHANGES = 200

export type EngineFigures = {
  payments: number
  entitlements: number
  students: number
  mismatches: number
  /** Milliseconds, the minimum of five. */
  reconcileMs: number
  /** `JSON.parse` of what has to be read anyway: Stripe's pages and the dataset's lines. */
  parseMs: number
  ratio: number
  comparisons: number
  comparisonsAt200k: number
  growth: number
  /** The same growth, doubling what one student has (2,500 to 5,000) and who shares one email (500 to 1,000). */
  growthOfOneStudent: number
  growthOfOneEmail: number
  /** One changed entitlement, the median of 200. */
  incrementalMs: number
  /** The facts as they travel and stand in a browser: JSON. */
  factBytes: number
  peakRssMb: number
}

/** Measures the engine on 100,000 payments, 100,000 entitlements and 20,000 students with 3 % mismatches. */
export function benchEngine(payments = 100_000): EngineFigures {
  const options = {payments, students: payments / 5}
  const facts = largeSchool(options)
  let reconcileMs = Number.POSITIVE_INFINITY
  let parseMs = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run += 1) {
    reconcileMs = Math.min(
      reconcileMs,
      timed(() => reconcile(facts, {now: NOW})),
    )
    parseMs = Math.min(parseMs, timeParsing(options))
  }
  const comparisons = count(facts)
  const {totals} = reconcile(facts, {now: NOW})
  const incrementalMs = timeChanges(facts)
  const factBytes = Buffer.byteLength(JSON.stringify(facts))
  const comparisonsAt200k = count(largeSchool({payments: 2 * payments, students: (2 * payments) / 5}))
  return {
    payments,
    entitlements: facts.entitlements.length,
    students: options.students,
    mismatches: totals.mismatches,
    reconcileMs: round(reconcileMs),
    parseMs: round(parseMs),
    ratio: round(reconcileMs / parseMs),
    comparisons,
    comparisonsAt200k,
    growth: round(comparisonsAt200k / comparisons),
    growthOfOneStudent: growth({payments: 2_500, students: 1}, {payments: 5_000, students: 1}),
    growthOfOneEmail: growth(
      {payments: 500, students: 500, sharing: 500},
      {payments: 1_000, students: 1_000, sharing: 1_000},
    ),
    incrementalMs: round(incrementalMs),
    factBytes,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  }
}

function count(facts: Facts): number {
  const tally = {comparisons: 0}
  reconcile(facts, {now: NOW, tally})
  return tally.comparisons
}

function growth(small: LargeSchoolOptions, large: LargeSchoolOptions): number {
  return round(count(largeSchool(large)) / count(largeSchool(small)))
}

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Only the parsing is timed, not the making of the text. */
function timeParsing(options: LargeSchoolOptions): number {
  let ms = 0
  for (let page = 0; page < pagesOf(options); page += 1) {
    const text = sessionPage(page, options)
    ms += timed(() => JSON.parse(text))
  }
  let lines: string[] = []
  const parseLines = (): void => {
    ms += timed(() => lines.forEach((line) => JSON.parse(line)))
    lines = []
  }
  for (const document of documentsOf(options)) {
    if (lines.push(JSON.stringify(document)) === 1_000) parseLines()
  }
  parseLines()
  return ms
}

function timeChanges(facts: Facts): number {
  const school = judgeSchool(facts, {now: NOW})
  const times: number[] = []
  for (let at = -1; at < CHANGES; at += 1) {
    const place = Math.max(0, Math.floor((at * facts.entitlements.length) / CHANGES))
    const one = facts.entitlements[place]
    if (one === undefined) continue
    const entitlements = facts.entitlements.with(place, {...one, active: !one.active})
    const ms = timed(() => school.revise({...facts, entitlements}, {now: NOW}))
    // The first change has to find out who is tied to whom.
    if (at >= 0) times.push(ms)
    school.revise(facts, {now: NOW})
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
