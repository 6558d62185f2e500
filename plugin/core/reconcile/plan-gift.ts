import type {Change} from '../contract/change.ts'
import {ACTOR, NOW} from '../contract/placeholders.ts'
import type {Facts} from '../contract/facts.ts'
import type {Refusal, RepairPlan} from '../contract/plan.ts'
import type {Choice} from '../contract/repair.ts'
import {givenId} from '../contract/subject-id.ts'
import {refuse, type RepairWish} from './find-entry.ts'
import {textHash} from '../contract/text-hash.ts'
import {settingOf, type ReconcileOptions} from './setting.ts'
import {nobodyHere, whereKnown} from './where-known.ts'
import {hasFixedEnd, termsOf} from './terms.ts'
import {worldOf, type World} from './world.ts'

/**
 * Plans a pass that nobody paid for: given by somebody, with a reason, from today on, and marked as given away so that
 * nobody looks for its payment. Named after the request, so that the same one gives one pass.
 */
export function planGift(
  facts: Facts,
  {request, wish}: {request: string; wish: RepairWish},
  options: ReconcileOptions,
): RepairPlan | Refusal {
  const {kind, choice = {}, reason} = wish
  if (kind !== 'grant') return refuse('invalid_request', 'without a payment a pass can only be granted')
  if (reason === undefined) return refuse('invalid_request', 'giving a pass away needs a reason')
  const world = worldOf(facts, settingOf(options))
  const id = givenId(request)
  if (world.entitlements.has(id)) return refuse('already_repaired', 'this request was carried out already')
  const {student = null} = choice
  if (student === null) return refuse('invalid_request', 'nobody was named')
  if (whereKnown(world, facts, student) !== 'here') return nobodyHere()
  const gift = giftOf(world, {id, student, choice, reason, now: options.now})
  if ('refused' in gift) return gift
  return {
    subject: wish.subject,
    kind,
    choice,
    reason,
    verdict: 'unpaid',
    reasons: ['complimentary'],
    notes: [],
    confidence: 'check',
    payment: null,
    account: null,
    live: null,
    school: facts.school.id,
    student,
    entitlements: [],
    changes: [gift.change],
    fixedEnd: gift.fixedEnd,
    revs: {},
    records: world.records.ofEntitlement(id).length,
    fingerprint: textHash(id),
    at: options.now,
  }
}

type Given = {id: string; student: string; choice: Choice; reason: string; now: number}

function giftOf(
  {catalogue, school}: World,
  {id, student, choice, reason, now}: Given,
): {change: Change; fixedEnd: boolean} | Refusal {
  const {pass: passId, start} = choice
  const pass = passId === undefined ? null : catalogue.byId(passId)
  if (pass?.school !== school.id) return refuse('invalid_request', 'no pass of this school with this id')
  if (start !== 'today') return refuse('invalid_request', 'what nobody paid for starts today')
  const terms = termsOf(pass, now)
  if (terms === null) return refuse('not_repairable', 'the pass gives nothing from today on')
  const fields = {
    student,
    school: school.id,
    type: terms.type,
    starts: terms.starts,
    ends: terms.ends,
    pass: pass.id,
    ...(pass.name === null ? {} : {passName: pass.name}),
    price: 0,
    ...(terms.classes === null ? {} : {classesLeft: terms.classes}),
    active: true,
    complimentary: true,
    complimentaryReason: reason,
    complimentaryBy: ACTOR,
    complimentaryAt: NOW,
    manuallyCreated: true,
    manualCreationReason: reason,
  } as const
  return {change: {create: {id, fields}}, fixedEnd: hasFixedEnd(pass)}
}
