import type {Entitlement} from '../../contract/entitlement.ts'
import type {Student} from '../../contract/student.ts'
import type {Reason} from '../../contract/verdict.ts'
import type {Case} from '../case.ts'
import {isUpgrade} from '../is-sale.ts'
import {letChoose, type Rule} from '../judgement.ts'
import {personOf} from '../people.ts'
import {wasDecided} from '../was-decided.ts'
import {holderOf} from '../world.ts'

const STAFF: ReadonlySet<string | null> = new Set(['admin', 'instructor'])

type People = {payer: Student; other: Student}

/** The evidence contradicts itself: nothing is granted until a person has looked. */
export const judgeConflict: Rule = (one) => {
  const reasons: Reason[] = []
  if (isClaimedByTwo(one)) reasons.push('account_of_other_school')
  if (isUpgradeOfOther(one)) reasons.push('upgrade_of_other')
  const isDecided = one.choice?.student !== undefined || wasDecided(one)
  const split = isDecided ? null : splitIdentity(one)
  const owner = isDecided ? null : otherOwner(one)
  if (split !== null) reasons.push('split_identity')
  if (owner !== null) reasons.push('other_owner')
  if (reasons.length === 0) return null
  const two = split ?? owner
  const choices = two === null ? [] : [{student: two.payer.id}, {student: two.other.id}]
  return {
    verdict: 'conflict',
    reasons,
    confidence: 'check',
    repair: letChoose(choices),
    studentUnsettled: two !== null,
  }
}

/** The account says one school and the session another, or an entitlement here carries another school's money. */
function isClaimedByTwo({ownership, held, world}: Case): boolean {
  if (ownership === 'contradicted') return true
  return ownership === 'theirs' && held.some(({entitlement}) => entitlement.school === world.school.id)
}

function isUpgradeOfOther(one: Case): boolean {
  const {payment, attribution, world} = one
  const from = payment.names.upgradeFrom
  const old = isUpgrade(payment) && from !== null ? world.entitlements.get(from) : undefined
  if (old === undefined) return false
  if (!isOfSchool(old, one)) return true
  const {student} = attribution.payer
  return student !== null && holderOf(world, old.student) !== personOf(student)
}

function isOfSchool(entitlement: Entitlement, {world}: Case): boolean {
  if (entitlement.school !== null) return entitlement.school === world.school.id
  const pass = entitlement.pass === null ? null : world.catalogue.byId(entitlement.pass)
  return pass === null || pass.school === null || pass.school === world.school.id
}

/** Payer and holder are two documents with one email: one person with two logins, or two with one mailbox. */
function splitIdentity({attribution, held, world}: Case): People | null {
  const {student: payer} = attribution.payer
  if (payer === null || payer.email === null) return null
  for (const {entitlement} of held) {
    if (entitlement.student === payer.id) continue
    const holder = entitlement.student === null ? null : world.people.byReference(entitlement.student)
    if (holder !== null && holder.email === payer.email && personOf(holder) !== personOf(payer)) {
      return {payer, other: holder}
    }
  }
  return null
}

/** Bought under a staff member's login, with exactly one student's email. */
function otherOwner({attribution, payment, world}: Case): People | null {
  const {student: payer} = attribution.payer
  if (payer === null || !STAFF.has(payer.role) || payment.email === null) return null
  const {people} = world.people.byEmail(payment.email)
  if (people.length > 2) return null
  const others = people.filter((one) => personOf(one) !== personOf(payer) && !STAFF.has(one.role))
  const [other, ...more] = others
  return other === undefined || more.length > 0 ? null : {payer, other}
}
