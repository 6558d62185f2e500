import type {FaultCode} from '../../plugin/core/contract/fault.ts'
import type {Verdict} from '../../plugin/core/contract/verdict.ts'

/** How a run ended, as far as somebody is to be told. */
export type RunEnd = {
  /** Mismatches that are left of what was read. */
  left: readonly {payment: string; verdict: Verdict}[]
  /** Whether everything was read, so that what is not left is settled. */
  full: boolean
  /** Why it did not get through; null where it did. Absent: there was no run. */
  fault?: FaultCode | null
  /** Why webhooks failed lately: codes of ours, and nothing that anybody typed. */
  causes: readonly string[]
}

/** What was told before, by what it is about: a payment, a cause, the run itself. */
export type Told = Readonly<Record<string, string>>

/** What is to be told now, as counts and kinds; null where nothing is new. */
export type News = {mismatches: [Verdict, number][]; causes: string[]; fault: FaultCode | null}

const ABOUT_PAYMENT = 'payment.'
const ABOUT_CAUSE = 'cause.'
const ABOUT_RUN = 'run'

/**
 * Compares how a run ended with what was told before: the same mismatch found by every run is told once, and told again
 * only when it was settled in between or became another one.
 */
export function newsOf(told: Told, {left, full, causes, ...run}: RunEnd): {news: News | null; told: Told} {
  const before = told[ABOUT_RUN] ?? null
  const {fault = before} = run
  const counts = new Map<Verdict, number>()
  for (const {payment, verdict} of left) {
    if (told[ABOUT_PAYMENT + payment] === verdict) continue
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  const newCauses = causes.filter((cause) => told[ABOUT_CAUSE + cause] === undefined)
  const newFault = run.fault === undefined || before === run.fault ? null : run.fault
  const isNews = counts.size > 0 || newCauses.length > 0 || newFault !== null
  return {
    news: isNews
      ? {mismatches: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)), causes: newCauses, fault: newFault}
      : null,
    told: {
      // A run that read only what is new says nothing of older payments.
      ...(fault === null && full ? {} : about(told, ABOUT_PAYMENT)),
      ...Object.fromEntries(left.map(({payment, verdict}) => [ABOUT_PAYMENT + payment, verdict])),
      ...Object.fromEntries(causes.map((cause) => [ABOUT_CAUSE + cause, 'told'])),
      ...(fault !== null && {[ABOUT_RUN]: fault}),
    },
  }
}

function about(told: Told, what: string): Told {
  return Object.fromEntries(Object.entries(told).filter(([name]) => name.startsWith(what)))
}
