import type {Student} from '../../../plugin/core/contract/student.ts'
import type {Entitlement} from '../../../plugin/core/contract/entitlement.ts'
import type {Entry} from '../../../plugin/core/contract/entry.ts'
import type {Facts} from '../../../plugin/core/contract/facts.ts'
import type {Payment} from '../../../plugin/core/contract/payment.ts'

/** Builders that spell only what a case is about. */
export const NOON = Date.UTC(2026, 2, 10, 12)

export function student(of: Partial<Student> & {id: string}): Student {
  return {
    rev: 'r1',
    createdAt: NOON,
    clerkId: `user_${of.id}`,
    email: `${of.id}@example.com`,
    name: of.id,
    role: 'student',
    school: 'tenantT',
    active: true,
    ...of,
  }
}

export function entitlement(of: Partial<Entitlement> & {id: string}): Entitlement {
  return {
    rev: 'r1',
    createdAt: NOON,
    updatedAt: NOON,
    student: null,
    school: 'tenantT',
    type: 'clipcard',
    starts: {text: '2026-03-10T12:00:00Z', at: NOON},
    ends: {text: '2026-04-09T12:00:00Z', at: NOON + 30 * 86_400_000},
    pass: 'P2',
    passName: 'Open week Trial Pass',
    price: 250,
    classesLeft: 10,
    active: true,
    session: null,
    paymentIntent: null,
    isUpgrade: false,
    upgradedFrom: null,
    upgradeCost: null,
    upgradedAt: null,
    upgradedToPass: null,
    upgradeHistory: [],
    complimentary: false,
    manuallyCreated: false,
    deactivationReason: null,
    ...of,
  }
}

const NAMES_NOTHING = {
  sale: null,
  pass: null,
  passType: null,
  clerkId: null,
  school: null,
  classBooking: null,
  upgradeFrom: null,
  originalPrice: null,
  finalPrice: null,
  discount: null,
  promoCode: null,
  newPassPrice: null,
  upgradeCost: null,
}

export function payment(of: Partial<Payment> & {id: string}): Payment {
  return {
    account: 'acct_A',
    live: true,
    mode: 'payment',
    status: 'complete',
    paid: true,
    createdAt: NOON,
    paidAt: NOON,
    total: {minor: 25_000, currency: 'nok'},
    paymentIntent: `pi_${of.id}`,
    charge: `ch_${of.id}`,
    chargePaymentIntent: `pi_${of.id}`,
    email: null,
    payerName: null,
    names: NAMES_NOTHING,
    lines: [],
    linesComplete: true,
    refunded: 0,
    fullyRefunded: false,
    dispute: null,
    application: null,
    ...of,
  }
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
  return {
    school: {
      id: 'tenantT',
      name: 'Nordlys Dance',
      slug: 'nordlys-dance',
      accounts: ['acct_A'],
      currency: 'nok',
      timeZone: 'Europe/Oslo',
      country: 'NO',
      contactEmail: null,
    },
    accountOwners: [{account: 'acct_A', school: 'tenantT'}],
    passes: [],
    students: [],
    entitlements: [],
    bookings: [],
    records: [],
    drafts: [],
    unreadable: [],
    ignored: 0,
    payments: [],
    denied: [],
    blind: null,
    read: null,
    ...of,
  }
}
