import type {DocumentMap} from './document-map.ts'
import {groq, type Groq} from './groq.ts'
import type {FieldOf} from './platform-documents.ts'
import {IS_PUBLISHED, queryNames} from './query-names.ts'

/** Of what is held, what judging reads. */
const READ: readonly FieldOf<'entitlement'>[] = [
  'student',
  'school',
  'type',
  'starts',
  'ends',
  'pass',
  'passReference',
  'passName',
  'price',
  'classesLeft',
  'active',
  'session',
  'paymentIntent',
  'isUpgrade',
  'upgradedFrom',
  'upgradeCost',
  'upgradedAt',
  'upgradedToPass',
  'upgradeHistory',
  'complimentary',
  'manuallyCreated',
  'deactivationReason',
]

/** What asks for entitlements. */
export function heldQueries(map: DocumentMap, people: Groq) {
  const held = queryNames(map.kinds.entitlement, map)
  const {is, has, idHas, ofSchool, ofNoSchool} = held
  const entitlement = held.projection(READ)
  const upgradedWith = (payment: Groq | null): Groq =>
    groq`${is} && ${held.someIn('upgradeHistory', 'session', payment)}`
  const isOfPass = groq`${idHas('pass', groq` in $passes`)} || ${idHas('passReference', groq` in $passes`)}`
  const isOfPayment = groq`${has('session', groq` in $references`)} || ${has('paymentIntent', groq` in $references`)}`
  const isOfPeople = idHas('student', groq` in $people`)
  return {
    /**
     * `$school`, `$passes` (the school's own), `$after`: what the school's students hold there. An entitlement without
     * school counts by its pass, as the student's own site counts it.
     */
    entitlementsOfSchool: groq`*[${is}${IS_PUBLISHED} && _id > $after
      && (${ofSchool} || (${ofNoSchool} && (${isOfPass})))] | order(_id) [0...1000]${entitlement}`,
    /**
     * `$references` (session, payment intent and charge ids), `$ids` (entitlements that upgrades name): whatever carries
     * one of these payments, at whichever school.
     */
    entitlementsOfPayments: groq`*[${is} && (${isOfPayment} || _id in $ids)${IS_PUBLISHED}]${entitlement}`,
    /** Whether any pass carries a payment at all: the name of a field that nobody fills finds none. */
    anyClaim: groq`*[${is} && ${has('session', groq` != null`)}][0...1]{_id}`,
    /** `$references`: what was upgraded in place with one of these payments. Asked apart: no index answers it. */
    entitlementsUpgraded: groq`*[${upgradedWith(groq` in $references`)}${IS_PUBLISHED}]${entitlement}`,
    /** Whether any pass was upgraded in place, and whether any of these says with which payment. */
    anyUpgrade: groq`*[${upgradedWith(null)}][0...1]{_id}`,
    anyUpgradeClaim: groq`*[${upgradedWith(groq` != null`)}][0...1]{_id}`,
    /** `$people`: what these hold, at whichever school. */
    entitlementsOfStudents: groq`*[${is} && ${isOfPeople}${IS_PUBLISHED}]${entitlement}`,
    /**
     * The same for whoever is known by `$people` or `$emails`, under any of their documents: it need not be asked first
     * which these are. For some people, not for a whole school.
     */
    entitlementsOfSome: groq`*[${is} && (${isOfPeople} || ${idHas('student', groq` in ${people}._id`)})${IS_PUBLISHED}]${entitlement}`,
    /** `$school`: unpublished entitlements. They change no verdict, but somebody is at work on them. */
    drafts: groq`*[${is} && (_id in path("drafts.**") || _id in path("versions.**"))
      && (${ofNoSchool} || ${ofSchool})]${held.projection(['session', 'paymentIntent'])}`,
    /** `$ids`, `$drafts` (their draft ids): documents as they stand, with whatever edits of them are open, in a release too. */
    documentsAndEdits: groq`*[_id in $ids || _id in $drafts || (${is} && _id in path("versions.**"))]`,
  }
}
