import type {Student} from '../../../plugin/core/contract/student.ts'
import type {Entitlement} from '../../../plugin/core/contract/entitlement.ts'
import type {Entry} from '../../../plugin/core/contract/entry.ts'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import {DAY} from '../../../plugin/core/contract/instant.ts'
import type {Payment} from '../../../plugin/core/contract/payment.ts'
import {aPayment, aStudent, anEntitlement, NO_NAMES, someFacts, stored} from '../../core/build-facts.ts'

/** Builders that spell only what a case is about. */
export const NOON = Date.UTC(2026, 2, 10, 12)

export function student(of: Partial<Student> & {id: string}): Student {
  return aStudent({
    createdAt: NOON,
    clerkId: `user_${of.id}`,
    email: `${of.id}@example.com`,
    name: of.id,
    school: 'tenantT',
    ...of,
  })
}

export function entitlement(of: Partial<Entitlement> & {id: string}): Entitlement {
  return anEntitlement({
    createdAt: NOON,
    updatedAt: NOON,
    student: null,
    school: 'tenantT',
    starts: stored(NOON),
    ends: stored(NOON + 30 * DAY),
    pass: 'P2',
    passName: 'Open week Trial Pass',
    price: 250,
    session: null,
    paymentIntent: null,
    ...of,
  })
}

export function payment(of: Partial<Payment> & {id: string}): Payment {
  return aPayment({
    account: 'acct_A',
    createdAt: NOON,
    total: {minor: 25_000, currency: 'nok'},
    email: null,
    payerName: null,
    names: NO_NAMES,
    lines: [],
    ...of,
  })
}

export function entry(of: Partial<Entry> & {key: string}): Entry {
  return {
    payment: null,
    entitlements: [],
    student: null,
    pass: null,
    verdict: 'matched',
    reasons: [],
    notes: [],
    confidence: 'certain',
    evidence: [],
    repair: null,
    dismissed: null,
    ...of,
  }
}

export function facts(of: Partial<Facts>): Facts {
  const plain = someFacts()
  return {
    ...plain,
    school: {...plain.school, id: 'tenantT', accounts: ['acct_A']},
    accountOwners: [{account: 'acct_A', school: 'tenantT'}],
    passes: [],
    students: [],
    ...of,
  }
}
