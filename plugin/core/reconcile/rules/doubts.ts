import {toMajor} from '../../contract/money.ts'
import type {Confidence, Reason} from '../../contract/verdict.ts'
import {isUndone, type Case} from '../case.ts'
import {isUpgrade} from '../is-sale.ts'
import type {Terms} from '../terms.ts'

/** A difference that is only how a computer adds. */
const ROUNDING = 0.005

/** Paid so lately that the platform's own webhook may still grant it. */
export function isInTransit({payment, world: {setting}}: Case): boolean {
  return setting.now - payment.paidAt < setting.transit
}

export type Doubts = {reasons: Reason[]; confidence: Confidence; startsOver: boolean}

/** What speaks against granting without looking, and how the payment was attributed. */
export function doubtsAbout(one: Case, terms: Terms): Doubts {
  const {payer, paid} = one.attribution
  const grave = [...moneyDoubts(one), ...pastDoubts(one)]
  // The earned time is over: whether it counts from the sale or from today is not the engine's to say.
  const startsOver = terms.ends <= one.world.setting.now
  if (startsOver) grave.push('expired_at_grant')
  const via: Reason[] = []
  if (payer.by === 'product' || paid.by === 'product') via.push('via_product_metadata')
  if (payer.by === 'email') via.push('via_email')
  if (paid.by === 'line_item') via.push('via_line_item')
  const isLikely = payer.by === 'email' || paid.by === 'line_item'
  return {
    reasons: [...via, ...grave],
    confidence: grave.length > 0 ? 'check' : isLikely ? 'likely' : 'certain',
    startsOver,
  }
}

function moneyDoubts({payment, world: {school, setting}}: Case): Reason[] {
  const reasons: Reason[] = []
  if (payment.refunded > 0) reasons.push('partially_refunded')
  if (payment.dispute === 'open') reasons.push('dispute_open')
  if (school.currency !== null && payment.total.currency !== school.currency) reasons.push('other_currency')
  const named = isUpgrade(payment) ? payment.names.upgradeCost : payment.names.finalPrice
  if (named !== null && Math.abs(named - toMajor(payment.total)) > ROUNDING) reasons.push('amount_differs')
  const [line, ...more] = payment.lines
  const isKnown = payment.lines.length > 0 || payment.linesComplete
  if (isKnown && (line?.quantity !== 1 || more.length > 0 || !payment.linesComplete))
    reasons.push('several_items')
  const {application} = setting
  if (application !== null && payment.application !== null && payment.application !== application) {
    reasons.push('foreign_application')
  }
  return reasons
}

function pastDoubts(one: Case): Reason[] {
  const {payment, world, held, records} = one
  const reasons: Reason[] = []
  if (one.similar) reasons.push('similar_entitlement')
  const {draftedPayments} = world
  if (draftedPayments.has(payment.id) || draftedPayments.has(payment.paymentIntent ?? payment.id)) {
    reasons.push('draft_only')
  }
  const grants = records.filter(
    ({kind, undoes}) => kind !== 'dismiss' && kind !== 'revoke' && undoes === null,
  )
  const isTakenBack = held.some(({entitlement}) => isUndone(entitlement))
  if (grants.some((record) => !world.records.isUndone(record)) && !isTakenBack) reasons.push('was_deleted')
  else if (grants.length > 0 || isTakenBack) reasons.push('undone')
  return reasons
}
