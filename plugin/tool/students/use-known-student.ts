import {DAY, MINUTE} from '../../core/contract/instant.ts'
import {usePasses} from '../../hooks/passes-context.ts'
import {useReconciliation, type ReconciliationState} from '../../hooks/use-reconciliation.ts'
import {useStudent} from '../../hooks/use-student.ts'
import {useNow} from '../parts/use-now.ts'
import {joinFacts} from './join-facts.ts'
import type {Scan, StudentView} from './known-student.ts'

/**
 * One student at a school: at once what Stripe answers by id and by email, then whatever a scan of the school's
 * last `days` adds. The scan is the one that Mismatches shows, so it is read once for both.
 *
 * @example const view = useKnownStudent('school-oslo', 'user-ada', 90)
 */
export function useKnownStudent(school: string, student: string, days: number): StudentView {
  const asked = useStudent(school, student)
  const scanned = useReconciliation(school, {days})
  const {judge} = usePasses()
  const now = useNow()
  const refresh = () => {
    asked.refresh()
    scanned.refresh()
  }

  if (asked.state === 'loading') return {state: 'loading', progress: null}
  const isStranger = asked.state === 'failed' && asked.fault.code === 'not_found'
  if (asked.state === 'failed' && !isStranger) return {state: 'failed', fault: asked.fault, refresh}

  const scan = scanOf(scanned, now - days * DAY)
  const known = asked.state === 'ready' ? asked.facts : null
  const facts = joinFacts(student, known, scanned.state === 'ready' ? scanned.facts : null)
  if (facts === null) {
    if (scan.state === 'running') return {state: 'loading', progress: scan.progress}
    if (scan.state === 'failed') return {state: 'failed', fault: scan.fault, refresh}
    return {state: 'unknown', from: scan.from, refresh}
  }
  const latest = asked.state === 'ready' ? asked : scanned
  return {
    state: 'ready',
    facts,
    // By the minute: no verdict needs the time finer, and the clock of the page ticks every few seconds.
    reconciliation: judge(facts, Math.ceil(now / MINUTE) * MINUTE),
    complete: scan.state === 'done',
    scan,
    asOf: latest.state === 'ready' ? latest.asOf : now,
    stale: asked.state === 'ready' ? asked.stale : null,
    refreshing: (asked.state === 'ready' && asked.refreshing) || scan.state === 'running',
    progress: scan.state === 'running' ? scan.progress : null,
    unchecked: 0,
    elsewhere: 0,
    upkeep: null,
    refresh,
  }
}

function scanOf(scanned: ReconciliationState, from: number): Scan {
  if (scanned.state === 'loading') return {state: 'running', progress: scanned.progress}
  if (scanned.state === 'failed') return {state: 'failed', fault: scanned.fault}
  return {state: 'done', from: scanned.facts.read?.[0]?.from ?? from}
}
