import type {Entitlement} from '../../contract/entitlement.ts'
import type {Reason} from '../../contract/verdict.ts'
import {isActive, standing, type Case} from '../case.ts'
import {certainMending} from '../correction.ts'
import {grantChange} from '../grant-change.ts'
import {isUpgrade} from '../is-sale.ts'
import {letChoose, propose, type Judgement, type Rule} from '../judgement.ts'
import {lostMoney} from '../lost-money.ts'
import {endOld, isPayers, leftActive, upgradedFrom} from '../old-half.ts'
import {earnedTerms} from '../terms.ts'
import {doubtsAbout, isInTransit} from './doubts.ts'

/** A paid upgrade of which one half was never done, or neither. */
export const judgeUpgrade: Rule = (one) => {
  const {payment, judged} = one
  if (!isUpgrade(payment) || lostMoney(payment) !== null) return null
  if (standing(one).length === 0) return newMissing(one, upgradedFrom(one))
  const old = judged === null ? null : leftActive(one, judged)
  return judged === null || old === null ? null : oldActive(one, old, judged)
}

function oldActive(one: Case, old: Entitlement, made: Entitlement): Judgement {
  // While nobody knows who paid, nobody knows whose pass would be ended.
  if (one.attribution.payer.student === null) {
    return {verdict: 'upgrade_incomplete', reasons: ['old_active'], confidence: 'check', repair: null}
  }
  const mended = certainMending(one, made)
  return {
    verdict: 'upgrade_incomplete',
    reasons: ['old_active', ...mended.reasons],
    confidence: isPayers(one, made) ? 'certain' : 'check',
    repair: propose('complete_upgrade', [endOld(old, one), ...mended.changes]),
  }
}

function newMissing(one: Case, old: Entitlement | null): Judgement | null {
  const {payment, attribution, world} = one
  const {payer, paid} = attribution
  // Whose or which is not settled, or the webhook is still on its way: later rules say so.
  if (payer.student === null || paid.id === null || one.suggested !== null || isInTransit(one)) return null
  const isOldActive = old !== null && isActive(old, world.setting.now)
  const reasons: Reason[] = isOldActive ? ['new_missing', 'old_active'] : ['new_missing']
  const terms = paid.pass === null ? null : earnedTerms(payment, paid.pass)
  if (paid.pass === null || terms === null) {
    const why = paid.pass === null ? 'pass_deleted' : 'pass_not_grantable'
    return {verdict: 'upgrade_incomplete', reasons: [...reasons, why], confidence: 'check', repair: null}
  }
  const doubts = doubtsAbout(one, terms)
  const made = grantChange(one, {student: payer.student.id, pass: paid.pass, terms})
  const changes = old?.active === true ? [made, endOld(old, one)] : [made]
  return {
    verdict: 'upgrade_incomplete',
    reasons: [...reasons, ...doubts.reasons],
    // Without the old one nobody can say what was upgraded.
    confidence: old === null ? 'check' : doubts.confidence,
    repair: doubts.startsOver
      ? letChoose([{start: 'paid'}, {start: 'today'}])
      : propose('complete_upgrade', changes),
  }
}
