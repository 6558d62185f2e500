import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {DAY, toIso, type StoredTime} from '../../plugin/core/contract/instant.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Names, Payment} from '../../plugin/core/contract/payment.ts'
import type {RepairRecord} from '../../plugin/core/contract/repair.ts'
import type {Student} from '../../plugin/core/contract/student.ts'

export const NOW = Date.parse('2026-03-10T12:00:00Z')
/** When everything in these tests was bought unless they say otherwise. */
export const BOUGHT = Date.parse('2026-03-01T10:00:00Z')
export const OPENED = Date.parse('2025-08-01T00:00:00Z')

export function stored(at: number): StoredTime {
  return {text: toIso(at), at}
}

export function aPass(fields: Partial<Pass> = {}): Pass {
  return {
    id: 'P3',
    rev: 'r1',
    updatedAt: OPENED,
    name: '10 Single Clip Card',
    type: 'multi',
    price: 2000,
    validity: 'days',
    validityDays: 90,
    expiry: null,
    classesLimit: 10,
    active: true,
    school: 'T',
    ...fields,
  }
}

export function aStudent(fields: Partial<Student> = {}): Student {
  return {
    id: 'u1',
    rev: 'r1',
    createdAt: OPENED,
    clerkId: 'user_1',
    email: 'ada@example.com',
    name: 'Ada Lind',
    role: 'student',
    school: 'T',
    active: true,
    ...fields,
  }
}

export const NO_NAMES: Names = {
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

export function someNames(fields: Partial<Names> = {}): Names {
  return {...NO_NAMES, sale: 'pass_purchase', pass: 'P3', clerkId: 'user_1', school: 'T', ...fields}
}

/** A clip card that Ada bought for 2000 kroner. Its other ids follow from its own. */
export function aPayment(fields: Partial<Payment> = {}): Payment {
  const id = fields.id ?? 'cs_live_1'
  const createdAt = fields.createdAt ?? BOUGHT
  return {
    id,
    account: 'acct_T',
    live: true,
    mode: 'payment',
    status: 'complete',
    paid: true,
    createdAt,
    paidAt: createdAt,
    total: {minor: 200_000, currency: 'nok'},
    paymentIntent: `pi_${id}`,
    charge: `ch_${id}`,
    chargePaymentIntent: `pi_${id}`,
    email: 'ada@example.com',
    payerName: 'Ada Lind',
    names: someNames(),
    lines: [{description: '10 Single Clip Card', quantity: 1, product: null}],
    linesComplete: true,
    refunded: 0,
    fullyRefunded: false,
    dispute: null,
    application: null,
    ...fields,
  }
}

/** What the webhook would have made of `aPayment()`. */
export function anEntitlement(fields: Partial<Entitlement> = {}): Entitlement {
  const createdAt = fields.createdAt ?? BOUGHT + 52_000
  return {
    id: 'sub1',
    rev: 'r1',
    createdAt,
    updatedAt: createdAt,
    student: 'u1',
    school: 'T',
    type: 'clipcard',
    starts: stored(BOUGHT),
    ends: stored(BOUGHT + 90 * DAY),
    pass: 'P3',
    passName: '10 Single Clip Card',
    price: 2000,
    classesLeft: 10,
    active: true,
    session: 'cs_live_1',
    paymentIntent: 'pi_cs_live_1',
    isUpgrade: false,
    upgradedFrom: null,
    upgradeCost: null,
    upgradedAt: null,
    upgradedToPass: null,
    upgradeHistory: [],
    complimentary: false,
    manuallyCreated: false,
    deactivationReason: null,
    ...fields,
  }
}

/** Made by hand, without ids. */
export function byHand(fields: Partial<Entitlement> = {}): Entitlement {
  return anEntitlement({id: 'hand1', session: null, paymentIntent: null, manuallyCreated: true, ...fields})
}

export function aRecord(fields: Partial<RepairRecord> = {}): RepairRecord {
  return {
    id: 'passRepair.cs_live_1.1',
    payment: 'cs_live_1',
    kind: 'grant',
    verdict: 'missing',
    entitlements: ['subscription-cs_live_1'],
    actor: {id: 'admin', name: 'Nora Vik', via: 'studio'},
    at: BOUGHT + DAY,
    reason: null,
    undoes: null,
    fingerprint: null,
    message: null,
    ...fields,
  }
}

export function someFacts(fields: Partial<Facts> = {}): Facts {
  return {
    school: {
      id: 'T',
      name: 'Nordlys Dance',
      slug: 'nordlys-dance',
      accounts: ['acct_T'],
      currency: 'nok',
      timeZone: 'Europe/Oslo',
      country: 'NO',
      contactEmail: null,
    },
    accountOwners: [
      {account: 'acct_T', school: 'T'},
      {account: 'acct_U', school: 'U'},
    ],
    passes: [aPass()],
    students: [aStudent()],
    entitlements: [],
    bookings: [],
    records: [],
    remarks: [],
    drafts: [],
    unreadable: [],
    ignored: 0,
    payments: [],
    denied: [],
    blind: null,
    read: null,
    ...fields,
  }
}
