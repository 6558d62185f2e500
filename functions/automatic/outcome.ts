import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {FaultBody} from '../../plugin/core/contract/fault.ts'
import type {Receipt, RepairKind} from '../../plugin/core/contract/repair.ts'
import type {Confidence, Reason, Verdict} from '../../plugin/core/contract/verdict.ts'
import type {AutomaticRules, Waiting} from '../../plugin/core/reconcile/automatic.ts'

export type AutomaticOptions = AutomaticRules & {
  /** How long another webhook is given to grant first; 0 where there is none. */
  transitMinutes: number
  /** Whether only to say what would be written. */
  dryRun: boolean
  /** Names one run over many payments, so that its records can be found together. */
  batch?: string
}

/** What was found of one payment, and what was done about it. */
export type Outcome = {
  /** The session's id, whichever id it was asked for by. */
  payment: string
  verdict: Verdict
  reasons: Reason[]
  confidence: Confidence
  student: string | null
  pass: string | null
  done: Done
}

export type Done =
  | {
      state: 'written'
      kind: RepairKind
      receipt: Receipt
      /** Active passes that somebody else made for it meanwhile; null where that could not be looked up. */
      duplicates: string[] | null
    }
  | {state: 'would_write'; kind: RepairKind}
  /** `blocked`: an unpublished edit of the same field is open, or a document that it refers to is gone. */
  | {state: 'waits'; because: Waiting | 'blocked'}
  | {state: 'failed'; error: FaultBody}

/** What an entry says, with what was done about it. */
export function toOutcome(
  {verdict, reasons, confidence, student, pass}: Entry,
  payment: string,
  done: Done,
): Outcome {
  return {payment, verdict, reasons, confidence, student, pass, done}
}
