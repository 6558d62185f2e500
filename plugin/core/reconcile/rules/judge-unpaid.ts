import type {Change} from '../../contract/change.ts'
import type {Entitlement} from '../../contract/entitlement.ts'
import type {Reason} from '../../contract/verdict.ts'
import {ACTOR, NOW} from '../../contract/placeholders.ts'
import {isActive} from '../case.ts'
import {propose, type Judgement} from '../judgement.ts'
import {referencesOf, standingOf} from '../references.ts'
import type {World} from '../world.ts'

/**
 * An active entitlement of this school for which no payment was found. Null where there is nothing to say: it is
 * over, another school's, or older than what was read, since absence from a page is not evidence.
 */
export function judgeUnpaid(entitlement: Entitlement, world: World): Judgement | null {
  if (!isActive(entitlement, world.setting.now) || schoolOf(entitlement, world) !== world.school.id)
    return null
  if (entitlement.complimentary) {
    return {verdict: 'matched', reasons: [], confidence: 'certain', repair: null}
  }
  const isOlder = world.readFrom !== null && entitlement.createdAt < world.readFrom
  const standing = standingOf(entitlement, world.denied)
  if (isOlder && standing !== 'denied') return null
  const isFree = entitlement.price === 0
  return {
    verdict: 'unpaid',
    reasons: [...(isFree ? (['complimentary'] as const) : []), ...whyUnpaid(entitlement, world, standing)],
    confidence: 'check',
    repair: isFree ? propose('mark_complimentary', [markComplimentary(entitlement, null)]) : null,
  }
}

function whyUnpaid(
  entitlement: Entitlement,
  world: World,
  standing: ReturnType<typeof standingOf>,
): Reason[] {
  if (standing === 'unconfirmed') return ['unconfirmed_reference']
  if (standing === 'denied') return ['unknown_reference', 'no_payment']
  const references = referencesOf(entitlement)
  if (references.length > 0) return ['no_payment', 'unconfirmed_reference']
  const {student, school} = entitlement
  const isClerkId = student !== null && world.people.byReference(student)?.id !== student
  return isClerkId && school === null ? ['self_service', 'no_payment'] : ['no_payment']
}

/** Given away on purpose: said so, by whom, when and, where somebody gave one, with the reason. */
export function markComplimentary({id}: Entitlement, reason: string | null): Change {
  const why = reason === null ? {} : {complimentaryReason: reason}
  return {
    patch: {id, set: {complimentary: true, complimentaryBy: ACTOR, complimentaryAt: NOW, ...why}, unset: []},
  }
}

/** Whose an entitlement is: its own school, else its pass's, as the student's site reckons, else its holder's. */
function schoolOf({school, pass, student}: Entitlement, {catalogue, people}: World): string | null {
  if (school !== null) return school
  const ofPass = pass === null ? null : (catalogue.byId(pass)?.school ?? null)
  if (ofPass !== null || student === null) return ofPass
  return people.byReference(student)?.school ?? null
}
