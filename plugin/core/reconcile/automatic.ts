import type {Entry} from '../contract/entry.ts'
import type {Instant} from '../contract/instant.ts'
import type {Payment} from '../contract/payment.ts'
import type {RepairKind} from '../contract/repair.ts'
import {isMismatch, type Reason} from '../contract/verdict.ts'

/** What a school lets webhook and sync write by themselves. */
export type AutomaticRules = {
  /** Set when automatic writing was switched on: what was paid earlier waits for a person. Null: it is off. */
  automaticSince: Instant | null
  /** Whether a full refund ends its passes. */
  autoRevoke: boolean
}

/** Why nothing is written without a person. */
export const WAITING = [
  /** Nothing is wrong. */
  'in_order',
  'dismissed',
  /** A person must decide, or at least look. */
  'for_a_person',
  /** A full refund, where these are left to people. */
  'revoke_off',
  'switched_off',
  'paid_before',
] as const
export type Waiting = (typeof WAITING)[number]

/** The half that is missing, and what is harmless to mend with it. */
const COMPLETING: ReadonlySet<Reason> = new Set([
  'new_missing',
  'old_active',
  'school_absent',
  'via_product_metadata',
])

/**
 * Which repair of a payment's entry may be written without a person, or why none. Only what the evidence settles
 * beyond doubt, and what a mistake in could be seen and undone: a paid pass, the missing half of an upgrade, the
 * school that a pass forgot to name, the end of a pass whose money went back whole.
 *
 * @example automaticRepair(entry, payment, {automaticSince, autoRevoke: true}) // {kind: 'grant'}
 */
export function automaticRepair(
  entry: Entry,
  payment: Payment | undefined,
  {automaticSince, autoRevoke}: AutomaticRules,
): {kind: RepairKind} | {waits: Waiting} {
  if (!isMismatch(entry.verdict)) return {waits: 'in_order'}
  if (entry.dismissed !== null) return {waits: 'dismissed'}
  if (payment === undefined || entry.repair === null || !isBeyondDoubt(entry)) return {waits: 'for_a_person'}
  const {kind} = entry.repair
  if (kind === 'revoke' && !autoRevoke) return {waits: 'revoke_off'}
  if (automaticSince === null) return {waits: 'switched_off'}
  return payment.paidAt < automaticSince ? {waits: 'paid_before'} : {kind}
}

function isBeyondDoubt({verdict, confidence, reasons, repair}: Entry): boolean {
  if (confidence !== 'certain') return false
  // One of its own that somebody ended may be there: making it active again is theirs to say.
  if (repair?.kind === 'grant') return repair.changes.every((change) => 'create' in change)
  if (repair?.kind === 'complete_upgrade') return reasons.every((reason) => COMPLETING.has(reason))
  if (repair?.kind === 'correct') return reasons.every((reason) => reason === 'school_absent')
  return repair?.kind === 'revoke' && verdict === 'refunded' && reasons.includes('refunded')
}
