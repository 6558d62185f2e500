import type {Fault} from '../../core/contract/fault.ts'
import type {Instant} from '../../core/contract/instant.ts'
import type {ReconciliationState} from '../../hooks/use-reconciliation.ts'
import type {Progress} from '../../live/facts-state.ts'

/** How the search of the school's payments for those that only name the person's Clerk id stands. */
export type Scan =
  | {state: 'running'; progress: Progress | null}
  | {state: 'done'; from: Instant}
  | {state: 'failed'; fault: Fault}

/** What is known of a student at one school, once it was read. `complete` when the scan is done, too. */
export type KnownStudent = Extract<ReconciliationState, {state: 'ready'}> & {scan: Scan}

/** A student at one school, from asking to knowing. */
export type StudentView =
  | {state: 'loading'; progress: Progress | null}
  | {state: 'failed'; fault: Fault; refresh: () => void}
  /** Neither a document, nor a pass, nor a payment since `from` ties this student to the school. */
  | {state: 'unknown'; from: Instant; refresh: () => void}
  | KnownStudent
