import {toMajor} from '../contract/money.ts'
import type {Evidence} from '../contract/verdict.ts'
import type {Case, Held} from './case.ts'
import {isUpgrade} from './is-sale.ts'
import {isChangedSince} from './terms.ts'

const KIND = {
  session: 'same_session',
  history: 'same_session',
  intent: 'same_payment_intent',
  charge: 'same_charge',
} as const satisfies Record<Held['by'], Evidence['kind']>

/** How a payment was tied to its student, its pass and its entitlement, in facts that a screen puts into words. */
export function gatherEvidence(one: Case): Evidence[] {
  const {payment, attribution, held, suggested} = one
  const {payer, paid} = attribution
  const evidence: Evidence[] = []
  const ties = new Set(held.map(({by}) => KIND[by]))
  for (const kind of ties) evidence.push({kind})
  if (suggested !== null || one.leftovers.length > 0) evidence.push({kind: 'same_student_and_pass'})
  if (payer.by !== null && payer.by !== 'choice') evidence.push({kind: 'student_named', by: payer.by})
  if (paid.by !== null && paid.by !== 'choice') evidence.push({kind: 'pass_named', by: paid.by})
  const price = priceOf(one)
  const amount = toMajor(payment.total)
  if (price === amount) evidence.push({kind: 'amount_equal'})
  else if (price !== null) evidence.push({kind: 'amount_differs', paid: amount, price})
  const granted = one.judged ?? suggested
  if (granted !== null) evidence.push({kind: 'granted_after', ms: granted.createdAt - payment.paidAt})
  if (paid.pass !== null && isChangedSince(paid.pass, payment)) {
    evidence.push({kind: 'pass_changed_since', at: paid.pass.updatedAt})
  }
  return evidence
}

/** What should have been charged, as far as that is known: a pass's price today says nothing of yesterday's. */
function priceOf({payment, attribution: {paid}}: Case): number | null {
  const named = isUpgrade(payment) ? payment.names.upgradeCost : payment.names.finalPrice
  if (named !== null || isUpgrade(payment)) return named
  return paid.pass === null || isChangedSince(paid.pass, payment) ? null : paid.pass.price
}
