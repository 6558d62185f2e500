import type {Change} from '../contract/change.ts'
import type {Choice, Proposal, RepairKind} from '../contract/repair.ts'
import type {Confidence, Reason, Verdict} from '../contract/verdict.ts'
import type {Case} from './case.ts'

/** What a rule says of a payment. */
export type Judgement = {
  verdict: Verdict
  reasons: Reason[]
  confidence: Confidence
  repair: Proposal | null
  /** Of the student who would otherwise be named: the evidence speaks for two. */
  studentUnsettled?: boolean
}

/** Answers when it applies. Rules are asked in the order of the verdicts, and the first answer counts. */
export type Rule = (one: Case) => Judgement | null

export function propose(kind: RepairKind, changes: Change[]): Proposal {
  return {kind, changes, choices: []}
}

export function letChoose(choices: readonly Choice[]): Proposal {
  return {kind: 'choose', changes: [], choices: [...choices]}
}
