import type {Change} from '../../contract/change.ts'
import {NOW, type Entitlement} from '../../contract/entitlement.ts'
import type {Reason} from '../../contract/verdict.ts'
import {isActive, isUpgradedInPlace, standing, type Case} from '../case.ts'
import {certainMending} from '../correction.ts'
import {grantChange} from '../grant-change.ts'
import {isUpgrade} from '../is-sale.ts'
import {propose, type Judgement, type Rule} from '../judgement.ts'
import {personOf} from '../people.ts'
import {earnedTerms} from '../terms.ts'
import {holderOf} from '../world.ts'
import {doubtsAbout, isInTransit} from './doubts.ts'
import {lostMoney} from '../lost-money.ts'

/** A paid upgrade of which one half was never done, or neither. */
export const judgeUpgrade: Rule = (one) => {
  const {payment, world} = one
  if (!isUpgrade(payment) || lostMoney(payment) !== null) return null
  const from = payment.names.upgradeFrom
  const old = from === null ? undefined : world.entitlements.get(from)
  const held = standing(one)
  if (held.some(({entitlement}) => isUpgradedInPlace(entitlement))) return null
  const isOldActive = old !== undefined && isActive(old, world.setting.now)
  if (held.length === 0) return newMissing(one, old, isOldActive)
  // One that was itself ended by hand says nothing against the old one.
  const kept = held.find(({entitlement}) => entitlement.active)?.entitlement
  return !isOldActive || kept === undefined || kept.id === old.id ? null : oldActive(one, old, kept)
}

function oldActive(one: Case, old: Entitlement, kept: Entitlement): Judgement {
  const {student} = one.attribution.payer
  // While nobody knows who paid, nobody knows whose pass would be ended.
  if (student === null) {
    return {verdict: 'upgrade_incomplete', reasons: ['old_active'], confidence: 'check', repair: null}
  }
  const mended = certainMending(one, kept)
  return {
    verdict: 'upgrade_incomplete',
    reasons: ['old_active', ...mended.reasons],
    // Where the new pass is somebody else's, the payer would be left with none.
    confidence: holderOf(one.world, kept.student) === personOf(student) ? 'certain' : 'check',
    repair: propose('complete_upgrade', [endOld(old, one), ...mended.changes]),
  }
}

function newMissing(one: Case, old: Entitlement | undefined, isOldActive: boolean): Judgement | null {
  const {payment, attribution} = one
  const {payer, paid} = attribution
  // Whose or which is not settled, or the webhook is still on its way: later rules say so.
  if (payer.student === null || paid.id === null || one.suggested !== null || isInTransit(one)) return null
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
    confidence: old === undefined ? 'check' : doubts.confidence,
    repair: doubts.startsOver
      ? {kind: 'choose', changes: [], choices: [{start: 'paid'}, {start: 'today'}]}
      : propose('complete_upgrade', changes),
  }
}

/** The half that ends the pass which was upgraded. */
export function endOld(old: Entitlement, {attribution: {paid}}: Case): Change {
  return {
    patch: {
      id: old.id,
      set: {
        active: false,
        upgradedAt: NOW,
        ...(paid.id === null ? {} : {upgradedToPass: paid.id}),
        ...(paid.pass?.name === null || paid.pass === null ? {} : {upgradedToPassName: paid.pass.name}),
      },
      unset: [],
    },
  }
}
