import type {FaultBody} from '../core/contract/fault.ts'
import {DAY, type Instant} from '../core/contract/instant.ts'
import {bodyOf} from '../live/fault-body.ts'
import type {FactsState, Progress} from '../live/facts-state.ts'
import type {StudentStory} from './student-story.ts'

/** How the search of the school's payments for those that only name the person's Clerk id stands. */
export type Scan<Failure> =
  /** Nobody asked for it: somebody glances only. */
  | {state: 'none'}
  | {state: 'running'; progress: Progress | null}
  | {state: 'done'; from: Instant}
  | {state: 'failed'; fault: Failure}

/**
 * A student at one school, from asking to knowing. `Failure` is a fault's body between engine and page, a `Fault` on a
 * screen; `Story` is null between them where it is the one that was told before.
 */
export type StudentView<Failure, Story> =
  | {state: 'loading'; progress: Progress | null}
  | {state: 'failed'; fault: Failure}
  /** Neither a document, nor a pass, nor a payment since `from` ties this student to the school. */
  | {state: 'unknown'; from: Instant}
  | {
      state: 'ready'
      story: Story
      /** False until the scan is done: then "no payment" must not be said. */
      complete: boolean
      scan: Scan<Failure>
      asOf: Instant
      /** The last reading failed, and this is what was read before it. */
      stale: Failure | null
      refreshing: boolean
      progress: Progress | null
    }

export type StudentTold = StudentView<FaultBody, StudentStory | null>

type StudentOptions = {
  /** What the function answered for the student. */
  asked: FactsState
  /**
   * The school's facts of the last `days`: the same that Mismatches shows, so that they are read once for both. Null
   * where nobody asked for them.
   */
  scanned: FactsState | null
  days: number | null
  now: Instant
  /** Null where nobody knows the student, as far as was read. */
  story: StudentStory | null
  /** The story was told before. */
  isTold: boolean
}

/** At once what Stripe answers by id and by email, then whatever the scan of the school adds. */
export function studentView({asked, scanned, days, now, story, isTold}: StudentOptions): StudentTold {
  if (asked.state === 'loading') return {state: 'loading', progress: null}
  const isStranger = asked.state === 'failed' && asked.fault.code === 'not_found'
  if (asked.state === 'failed' && !isStranger) return {state: 'failed', fault: bodyOf(asked.fault)}

  const scan = scanOf(scanned, now - (days ?? 0) * DAY)
  if (story === null) {
    if (scan.state === 'running') return {state: 'loading', progress: scan.progress}
    return scan.state === 'failed' ? scan : {state: 'unknown', from: scan.state === 'done' ? scan.from : now}
  }
  const latest = asked.state === 'ready' ? asked : (scanned ?? asked)
  const isRunning = scan.state === 'running'
  return {
    state: 'ready',
    story: isTold ? null : story,
    complete: scan.state === 'done',
    scan,
    asOf: latest.state === 'ready' ? latest.asOf : now,
    stale: asked.state === 'ready' && asked.stale !== null ? bodyOf(asked.stale) : null,
    refreshing: (asked.state === 'ready' && asked.refreshing) || isRunning,
    progress: isRunning ? scan.progress : null,
  }
}

function scanOf(scanned: FactsState | null, from: Instant): Scan<FaultBody> {
  if (scanned === null) return {state: 'none'}
  if (scanned.state === 'loading') return {state: 'running', progress: scanned.progress}
  if (scanned.state === 'failed') return {state: 'failed', fault: bodyOf(scanned.fault)}
  return {state: 'done', from: scanned.facts.read?.[0]?.from ?? from}
}
