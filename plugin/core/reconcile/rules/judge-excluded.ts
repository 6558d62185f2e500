import type {Reason} from '../../contract/verdict.ts'
import {activeOf, type Case} from '../case.ts'
import {isSale} from '../is-sale.ts'
import type {Rule} from '../judgement.ts'

/** Not a pass sale of this school, on positive evidence. */
export const judgeExcluded: Rule = (one) => {
  const {payment, world} = one
  const reasons: Reason[] = []
  if (!isSale(payment) || sellsSomethingElse(one)) reasons.push('not_a_pass')
  if (!payment.paid) reasons.push('not_paid')
  if (payment.live !== world.setting.live && activeOf(one).length === 0) reasons.push('test_mode')
  if (isElsewhere(one)) reasons.push('other_school')
  return reasons.length === 0 ? null : {verdict: 'excluded', reasons, confidence: 'certain', repair: null}
}

/** Line items that name no pass of this school, on a session that does not say what it is. */
function sellsSomethingElse({payment, attribution, held}: Case): boolean {
  const {names, lines, linesComplete} = payment
  return (
    names.sale === null &&
    lines.length > 0 &&
    linesComplete &&
    attribution.paid.reason === 'no_pass' &&
    held.length === 0
  )
}

/** Another school's session, or one of the platform's own that nothing ties to this school. */
export function isElsewhere({held, world, ownership}: Case): boolean {
  if (ownership === 'ours' || ownership === 'contradicted') return false
  return !held.some(({entitlement}) => entitlement.school === world.school.id)
}
