import {HOUR} from '../../../plugin/core/contract/instant.ts'
import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import {cannotTellFor, found} from './found.ts'
import type {Notes} from './gather-notes.ts'
import type {HealthCase} from './health-case.ts'

/** Every night, and it may be late. */
const USUAL_RHYTHM = 26 * HOUR
const LATE = HOUR

/** Whether what a webhook misses is found all the same, by the scheduled sync. */
export function checkSync({now}: HealthCase, {sync: {value: state, fault}}: Notes): HealthCheck {
  if (state === undefined) return cannotTellFor('sync', fault)
  const {lastRun, nextRun} = state
  if (lastRun === null) return found('sync_never')
  const {at: lastAt, ended} = lastRun
  if (ended !== 'done') return found('sync_failed', {lastAt, code: ended})
  const due = nextRun === null ? lastAt + USUAL_RHYTHM : nextRun + LATE
  return found(due < now() ? 'sync_overdue' : 'sync_recent', {lastAt})
}
