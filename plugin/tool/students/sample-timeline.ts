import type {Entitlement} from '../../core/contract/entitlement.ts'
import type {Facts} from '../../core/contract/facts.ts'
import type {Payment} from '../../core/contract/payment.ts'
import type {School} from '../../core/contract/school.ts'
import type {Student} from '../../core/contract/student.ts'
import type {StudentStory} from '../../engine/student-story.ts'
import {SAMPLE_ENTRY} from '../parts/sample-entry.ts'
import type {Timeline} from './timeline.ts'

const NOBODY: Student = {
  id: '',
  rev: '',
  createdAt: 0,
  clerkId: null,
  email: null,
  name: null,
  role: null,
  school: null,
  active: true,
}

const NO_NAMES: Payment['names'] = {
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

/** Active, so that every clause is asked of it; it has begun, and has no pass, so that some fail. */
const SAMPLE_ENTITLEMENT: Entitlement = {
  id: '',
  rev: '',
  createdAt: 0,
  updatedAt: 0,
  student: null,
  school: null,
  type: null,
  starts: {text: '', at: 0},
  ends: null,
  pass: null,
  passName: '.',
  price: null,
  classesLeft: null,
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
}

function samplePayment({currency}: School): Payment {
  return {
    id: '',
    account: null,
    live: true,
    mode: 'payment',
    status: 'complete',
    paid: true,
    createdAt: 0,
    paidAt: 0,
    total: {minor: 0, currency: currency ?? 'eur'},
    paymentIntent: null,
    charge: null,
    chargePaymentIntent: null,
    email: '.',
    payerName: null,
    names: NO_NAMES,
    lines: [{description: '.', quantity: 1, product: null}],
    linesComplete: true,
    refunded: 0,
    fullyRefunded: false,
    dispute: null,
    application: null,
  }
}

/** A payment beside a pass, of nobody. */
export function sampleTimeline(school: School): Timeline {
  return {
    identities: [{student: NOBODY, sharedBy: 'opened'}],
    items: [
      {
        key: '',
        at: 0,
        payment: samplePayment(school),
        entitlements: [SAMPLE_ENTITLEMENT],
        entry: SAMPLE_ENTRY,
      },
    ],
    forOthers: [],
  }
}

/** A school where nothing is paid or held. */
export function sampleStory(school: School): StudentStory {
  const facts: Facts = {
    school,
    accountOwners: [],
    passes: [],
    students: [],
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
  }
  const totals = {payments: 0, entitlements: 0, mismatches: 0, verdicts: {}, ignored: 0}
  return {facts, reconciliation: {school: school.id, asOf: 0, fault: null, entries: [], totals}}
}
