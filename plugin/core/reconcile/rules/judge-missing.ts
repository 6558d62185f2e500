import {letChoose, propose, type Judgement, type Rule} from '../judgement.ts'
import {grantChange} from '../grant-change.ts'
import {earnedTerms} from '../terms.ts'
import {doubtsAbout, isInTransit} from './doubts.ts'

/** Paid a moment ago: the webhook may follow. */
export const judgeInTransit: Rule = (one) => {
  if (!isInTransit(one)) return null
  return {verdict: 'in_transit', reasons: ['webhook_may_follow'], confidence: 'certain', repair: null}
}

/** Paid, and nothing granted. The last rule: it always applies. */
export function judgeMissing(one: Parameters<Rule>[0]): Judgement {
  const {payment, attribution} = one
  const {payer, paid} = attribution
  const terms = paid.pass === null ? null : earnedTerms(payment, paid.pass)
  if (payer.student === null || paid.pass === null || terms === null) {
    return {
      verdict: 'missing',
      reasons: ['nothing_granted', paid.pass === null ? 'pass_deleted' : 'pass_not_grantable'],
      confidence: 'check',
      repair: null,
    }
  }
  const doubts = doubtsAbout(one, terms)
  return {
    verdict: 'missing',
    reasons: ['nothing_granted', ...doubts.reasons],
    confidence: doubts.confidence,
    repair: doubts.startsOver
      ? letChoose([{start: 'paid'}, {start: 'today'}])
      : propose('grant', [grantChange(one, {student: payer.student.id, pass: paid.pass, terms})]),
  }
}
