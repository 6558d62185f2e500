import type {z} from 'zod/mini'
import type {evidence} from './verdict-schema.ts'

/** One verdict an entry: the first rule that applies, in this order. */
export const VERDICTS = [
  'unreadable',
  'excluded',
  'conflict',
  'refunded',
  'duplicate',
  'upgrade_incomplete',
  'wrong_pass',
  'wrong_terms',
  'hidden',
  'matched',
  'unattributed',
  'unlinked',
  'in_transit',
  'missing',
  'unpaid',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** Verdicts with which nothing is wrong; every other one is a mismatch. */
const IN_ORDER: ReadonlySet<Verdict> = new Set(['matched', 'in_transit', 'excluded'])

/** Whether somebody should look at it. */
export function isMismatch(of: Verdict): boolean {
  return !IN_ORDER.has(of)
}

/** `certain`: may be repaired in bulk. `likely`: open it first. `check`: a person must decide. */
export const CONFIDENCES = ['certain', 'likely', 'check'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const REASONS = [
  'unreadable_payment',
  'unreadable_document',
  'not_a_pass',
  'not_paid',
  'test_mode',
  'other_school',
  'account_of_other_school',
  'upgrade_of_other',
  'split_identity',
  'other_owner',
  'refunded',
  'dispute_lost',
  'partially_refunded',
  'dispute_open',
  'same_session',
  'same_payment_intent',
  'manual_leftover',
  'new_missing',
  'old_active',
  'other_pass',
  'type',
  'classes',
  'dates',
  'name',
  'ended_early',
  'school_absent',
  'school_other',
  'inactive',
  'student_reference',
  'student_pending',
  'no_student',
  'ambiguous_student',
  'no_pass',
  'ambiguous_pass',
  'same_student_and_pass',
  'webhook_may_follow',
  'nothing_granted',
  'via_product_metadata',
  'via_email',
  'via_line_item',
  'expired_at_grant',
  'similar_entitlement',
  'other_currency',
  'amount_differs',
  'several_items',
  'foreign_application',
  'draft_only',
  'was_deleted',
  'undone',
  'pass_not_grantable',
  'pass_deleted',
  'no_payment',
  'unknown_reference',
  'unconfirmed_reference',
  'complimentary',
  'self_service',
  'open_draft',
  'more_than_limit',
  'granted_late',
  'longer_than_rule',
  'pass_changed_since',
  'legacy_reference',
  'in_place_upgrade',
  'upgraded_away',
  'refunded_and_revoked',
  'refunded_nothing_granted',
  'newer_identity',
] as const
/** Why a verdict was given, or what is worth noting beside it. */
export type Reason = (typeof REASONS)[number]

/** How a payment was tied to a student, a pass or an entitlement: facts that a screen puts into words. */
export type Evidence = z.infer<typeof evidence>
