import type {Reason} from '../../contract/verdict.ts'
import {letChoose, type Rule} from '../judgement.ts'

/** Paid, but whose it is or what was bought cannot be settled. A deleted pass is known, only not there. */
export const judgeUnattributed: Rule = ({attribution: {payer, paid}}) => {
  const isPassOpen = paid.reason === 'no_pass' || paid.reason === 'ambiguous_pass'
  if (payer.reason === null && !isPassOpen) return null
  const reasons: Reason[] = []
  if (payer.reason !== null) reasons.push(payer.reason)
  if (paid.reason !== null) reasons.push(paid.reason)
  return {
    verdict: 'unattributed',
    reasons,
    confidence: 'check',
    repair: letChoose([...payer.choices, ...paid.choices]),
  }
}
