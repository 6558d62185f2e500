import {toMajor} from '../contract/money.ts'
import type {Evidence} from '../contract/verdict.ts'
import type {Paid, Payer} from './attribute.ts'
import type {Case, Held} from './case.ts'
import {isUpgrade} from './is-sale.ts'
import {isChangedSince} from './terms.ts'

/** Evidence that says no more than its kind is the same object everywhere: there are hundreds of thousands. */
const SAME_SESSION: Evidence = {kind: 'same_session'}
const TIE: Readonly<Record<Held['by'], Evidence>> = {
  session: SAME_SESSION,
  history: SAME_SESSION,
  intent: {kind: 'same_payment_intent'},
  charge: {kind: 'same_charge'},
}
const SAME_STUDENT_AND_PASS: Evidence = {kind: 'same_student_and_pass'}
const AMOUNT_EQUAL: Evidence = {kind: 'amount_equal'}
const STUDENT_NAMED: Readonly<Record<NonNullable<Payer['by']>, Evidence | null>> = {
  metadata: {kind: 'student_named', by: 'metadata'},
  product: {kind: 'student_named', by: 'product'},
  email: {kind: 'student_named', by: 'email'},
  choice: null,
}
const PASS_NAMED: Readonly<Record<NonNullable<Paid['by']>, Evidence | null>> = {
  metadata: {kind: 'pass_named', by: 'metadata'},
  product: {kind: 'pass_named', by: 'product'},
  line_item: {kind: 'pass_named', by: 'line_item'},
  choice: null,
}

/** How a payment was tied to its student, its pass and its entitlement, in facts that a screen puts into words. */
export function gatherEvidence(one: Case): Evidence[] {
  const {payment, attribution, held, suggested} = one
  const {payer, paid} = attribution
  const evidence: Evidence[] = []
  for (const {by} of held) if (!evidence.includes(TIE[by])) evidence.push(TIE[by])
  if (suggested !== null || one.leftovers.length > 0) evidence.push(SAME_STUDENT_AND_PASS)
  const student = payer.by === null ? null : STUDENT_NAMED[payer.by]
  if (student !== null) evidence.push(student)
  const pass = paid.by === null ? null : PASS_NAMED[paid.by]
  if (pass !== null) evidence.push(pass)
  const price = priceOf(one)
  const amount = toMajor(payment.total)
  if (price === amount) evidence.push(AMOUNT_EQUAL)
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
