import type {Change} from '../contract/change.ts'
import type {Entitlement} from '../contract/entitlement.ts'
import type {Entry} from '../contract/entry.ts'
import type {Facts} from '../contract/facts.ts'
import type {Refusal, RepairPlan} from '../contract/plan.ts'
import type {RepairKind, Subject} from '../contract/repair.ts'
import {subjectId} from '../contract/subject-id.ts'
import {isMismatch, type Reason} from '../contract/verdict.ts'
import {casesOf, type Cases} from './cases.ts'
import {findEntry, refuse, type Found, type Planned, type RepairWish} from './find-entry.ts'
import {fingerprintOf} from './fingerprint.ts'
import {planChoice} from './plan-choice.ts'
import {planGift} from './plan-gift.ts'
import {isBlind} from './reconcile.ts'
import {revocation} from './revocation.ts'
import {markComplimentary} from './rules/judge-unpaid.ts'
import {settingOf, type ReconcileOptions} from './setting.ts'
import {hasFixedEnd} from './terms.ts'

/**
 * Plans one repair by the same judgement that proposed it. Nothing is taken from the browser but ids and a person's
 * choice; whatever the facts do not bear out is refused.
 *
 * @example
 * const plan = planRepair(facts, {subject: {payment: 'cs_live_1'}, kind: 'grant'}, {now})
 * if ('refused' in plan) throw new Fault(plan.refused, plan.message)
 */
export function planRepair(facts: Facts, wish: RepairWish, options: ReconcileOptions): RepairPlan | Refusal {
  if (isBlind(facts)) return refuse('account_unreadable', 'the school’s account cannot be read')
  if ('request' in wish.subject) return planGift(facts, {request: wish.subject.request, wish}, options)
  const setting = settingOf(options)
  const found = findEntry(casesOf(facts, setting), wish.subject)
  if (found === null) return refuse('not_found', 'no entry for this payment or entitlement')
  const planned = plan(facts, found, wish, options)
  if ('refused' in planned) return planned
  const {entry, one, cases} = found
  const {changes, kind} = planned
  return {
    subject: wish.subject,
    kind,
    choice: wish.choice ?? null,
    reason: wish.reason ?? null,
    verdict: entry.verdict,
    reasons: entry.reasons,
    notes: notesWith(entry, changes, cases),
    confidence: entry.confidence,
    payment: entry.payment,
    account: one?.payment.account ?? null,
    live: one?.payment.live ?? null,
    school: facts.school.id,
    student: wish.choice?.student ?? entry.student,
    entitlements: entry.entitlements,
    changes,
    fixedEnd: endsOnDate(changes, cases),
    revs: revisions(changes, cases),
    records: recordsOf(wish.subject, cases),
    fingerprint: fingerprintOf(entry),
    at: options.now,
  }
}

function plan(facts: Facts, found: Found, wish: RepairWish, options: ReconcileOptions): Planned {
  const {entry, entitlements} = found
  const {kind, reason} = wish
  if (kind === 'dismiss') return planDismissal(found, reason)
  if (!isMismatch(entry.verdict)) {
    const isDone = entry.verdict === 'matched' && recordsOf(wish.subject, found.cases) > 0
    return refuse(isDone ? 'already_repaired' : 'not_repairable', `the entry is ${entry.verdict}`)
  }
  if (entry.repair?.kind === 'choose') return planChoice(facts, found, wish, options)
  if (wish.choice !== undefined && Object.keys(wish.choice).length > 0) {
    return refuse('invalid_request', 'there is nothing to choose: the evidence settles it')
  }
  if (entry.repair?.kind === kind) return {kind, changes: withReason(entry, entitlements, kind, reason)}
  if (kind === 'revoke' && mayRevoke(entry)) {
    if (reason === undefined) return refuse('invalid_request', 'ending a pass by hand needs a reason')
    return {kind, changes: active(entitlements).map((one) => revocation(one, reason))}
  }
  if (kind === 'mark_complimentary' && entry.verdict === 'unpaid' && !entry.reasons.includes('test_mode')) {
    if (reason === undefined) return refuse('invalid_request', 'giving a pass away needs a reason')
    return {kind, changes: entitlements.map((one) => markComplimentary(one, reason))}
  }
  return refuse('not_repairable', `${kind} is no repair for ${entry.verdict}`)
}

function planDismissal({entry}: Found, reason: string | undefined): Planned {
  if (!isMismatch(entry.verdict)) return refuse('not_repairable', 'there is nothing to dismiss')
  if (entry.dismissed !== null) return refuse('already_repaired', 'it is dismissed already')
  if (reason === undefined) return refuse('invalid_request', 'dismissing needs a reason')
  return {kind: 'dismiss', changes: []}
}

/** The proposed changes; where a person gave a reason, that is the one which is written. */
function withReason(
  {repair}: Entry,
  entitlements: readonly Entitlement[],
  kind: RepairKind,
  reason: string | undefined,
): Change[] {
  const changes = repair?.changes ?? []
  if (reason === undefined || (kind !== 'revoke' && kind !== 'mark_complimentary')) return changes
  return changes.map((change) => {
    const own = 'patch' in change ? entitlements.find(({id}) => id === change.patch.id) : undefined
    if (own === undefined || !('patch' in change)) return change
    if (kind === 'mark_complimentary') return markComplimentary(own, reason)
    return change.patch.set.active === false ? revocation(own, reason) : change
  })
}

/** Money gone or none found, and a person decides that the pass ends. */
function mayRevoke({verdict}: Entry): boolean {
  return verdict === 'refunded' || verdict === 'unpaid'
}

function active(entitlements: readonly Entitlement[]): Entitlement[] {
  return entitlements.filter((one) => one.active)
}

function revisions(changes: readonly Change[], {world}: Cases): Record<string, string> {
  const revs: Record<string, string> = {}
  for (const change of changes) {
    const known = 'patch' in change ? world.entitlements.get(change.patch.id) : undefined
    if (known !== undefined) revs[known.id] = known.rev
  }
  return revs
}

/** Whatever is touched and being edited at the moment is told, also where it stands for another payment. */
function notesWith({notes}: Entry, changes: readonly Change[], {world: {draftsOf}}: Cases): Reason[] {
  const isEdited = changes.some((change) => 'patch' in change && draftsOf.has(change.patch.id))
  return isEdited && !notes.includes('open_draft') ? [...notes, 'open_draft'] : notes
}

function endsOnDate(changes: readonly Change[], {world: {catalogue}}: Cases): boolean {
  return changes.some((change) => {
    const {pass} = 'create' in change ? change.create.fields : change.patch.set
    const sold = pass === undefined ? null : catalogue.byId(pass)
    return sold !== null && hasFixedEnd(sold)
  })
}

/** Records are numbered by subject, so that two repairs at once ask for the same id. */
function recordsOf(subject: Subject, {world: {records}}: Cases): number {
  if ('payment' in subject) return records.ofPayment(subject.payment).length
  return records.ofEntitlement(subjectId(subject)).length
}
