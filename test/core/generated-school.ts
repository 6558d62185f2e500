import fc from 'fast-check'
import type {Booking} from '../../plugin/core/contract/booking.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {DAY, HOUR, MINUTE} from '../../plugin/core/contract/instant.ts'
import type {Pass} from '../../plugin/core/contract/pass.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import type {RepairRecord} from '../../plugin/core/contract/repair.ts'
import type {Student} from '../../plugin/core/contract/student.ts'
import {FATES, entitlementsOf, type Fate, type Sale} from './generated-entitlements.ts'
import {
  NO_NAMES,
  NOW,
  aPass,
  aPayment,
  aRecord,
  aStudent,
  someFacts,
  someNames,
  stored,
} from './build-facts.ts'

const PASSES: Pass[] = [
  aPass({id: 'P1', name: 'Drop-in Class', type: 'single', price: 250, validityDays: 1, classesLimit: null}),
  aPass({id: 'P2', name: 'Open week Trial Pass', price: 250, validityDays: 30}),
  aPass(),
  aPass({
    id: 'P4',
    name: '2 Course Pass',
    type: 'multi-pass',
    price: 2290,
    classesLimit: 2,
    validityDays: 60,
  }),
  aPass({
    id: 'P7',
    name: 'Unlimited Month',
    type: 'unlimited',
    price: 1200,
    validityDays: 30,
    classesLimit: null,
  }),
  aPass({id: 'P6', name: '1 Course (8 weeks)', type: 'subscription', price: 1290, validityDays: 56}),
  aPass({
    id: 'P8',
    name: 'Spring Pass',
    type: 'multi',
    validity: 'date',
    validityDays: null,
    expiry: stored(NOW + 30 * DAY),
  }),
  aPass({id: 'P9', name: 'Changed Pass', price: 900, validityDays: 45, updatedAt: NOW - 20 * DAY}),
]
const sale: fc.Arbitrary<Sale> = fc.record({
  fate: fc.constantFrom(...FATES),
  student: fc.nat(15),
  pass: fc.nat(PASSES.length - 1),
  minutesAgo: fc.oneof(fc.integer({min: 20, max: 120 * 24 * 60}), fc.integer({min: 20, max: 20 * 24 * 60})),
  used: fc.nat(12),
  also: fc.boolean(),
})

const students: Student[] = Array.from({length: 16}, (_, at) =>
  aStudent({
    id: `u${at}`,
    clerkId: at === 13 ? null : `user_${at}`,
    // Two share a mailbox, one has none, one works there.
    email: at === 12 ? null : `student${at === 11 ? 10 : at}@example.com`,
    role: at === 14 ? 'instructor' : at === 15 ? 'pending' : 'student',
    school: at % 3 === 0 ? null : 'T',
  }),
)

const few = fc.array(sale, {minLength: 1, maxLength: 50, size: 'max'})
const hundreds = fc.array(sale, {minLength: 100, maxLength: 250, size: 'max'})

/** A school of which many sales went wrong in some way, several at once even; every fifth has hundreds of payments. */
export const generatedSchool: fc.Arbitrary<Facts> = fc
  .oneof({weight: 4, arbitrary: few}, {weight: 1, arbitrary: hundreds})
  .map((sales) => {
    const facts = someFacts({passes: PASSES, students})
    sales.forEach((one, at) => addSale(facts, one, at))
    return facts
  })

function addSale(facts: Facts, one: Sale, at: number): void {
  const pass = PASSES[one.pass] ?? aPass()
  const student = students[one.student] ?? aStudent()
  const payment = paymentOf(one, at, pass, student)
  const made = entitlementsOf(one, at, pass, student, payment)
  if (one.fate !== 'noPayment') facts.payments.push(payment)
  facts.entitlements.push(...made)
  facts.bookings.push(...bookingsOf(one, made, student))
  facts.records.push(...recordsOf(one, payment))
}

const UPGRADES: ReadonlySet<Fate> = new Set([
  'upgrade',
  'upgradeHalf',
  'upgradeNone',
  'upgradeOfNobody',
  'inPlace',
])

function paymentOf({fate, minutesAgo}: Sale, at: number, pass: Pass, student: Student): Payment {
  const createdAt = NOW - (fate === 'recent' ? 3 : minutesAgo) * MINUTE
  const clerkId = student.clerkId ?? student.id
  const names = someNames({pass: pass.id, passType: pass.type, clerkId})
  const total = {minor: (pass.price ?? 0) * 100, currency: 'nok'}
  const line = {description: pass.name, quantity: 1, product: null}
  const base = aPayment({id: `cs_live_${at}`, createdAt, names, total, email: student.email, lines: [line]})
  const changes: Partial<Record<Fate, Partial<Payment>>> = {
    refundedActive: {refunded: base.total.minor, fullyRefunded: true},
    refundedRevoked: {refunded: base.total.minor, fullyRefunded: true},
    refundedNothing: {refunded: base.total.minor, fullyRefunded: true},
    partial: {refunded: 100},
    disputed: {dispute: minutesAgo % 2 === 0 ? 'lost' : 'open'},
    testMoney: {id: `cs_test_${at}`, live: false},
    testNothing: {id: `cs_test_${at}`, live: false},
    open: {paid: false, status: 'open', paymentIntent: null, charge: null, chargePaymentIntent: null},
    classBooking: {names: {...NO_NAMES, classBooking: 'class-1', clerkId}},
    noMetadata: {names: NO_NAMES, lines: []},
    product: {names: NO_NAMES, lines: [{...line, product: names}]},
    emailOnly: {names: {...NO_NAMES, sale: 'pass_purchase'}},
    elsewhere: {account: 'acct_U', names: {...names, school: 'U', pass: 'PU'}},
    contradicted: {names: {...names, school: 'U'}},
    deletedPass: {names: {...names, pass: 'P_deleted'}},
    several: {lines: [line, line]},
    staffLogin: {names: {...names, clerkId: 'user_14'}},
  }
  const upgrade = {
    names: {
      ...names,
      clerkId: fate === 'upgradeOfNobody' ? 'user_gone' : clerkId,
      sale: 'pass_upgrade',
      upgradeFrom: `old${at}`,
      newPassPrice: pass.price,
      upgradeCost: pass.price,
    },
  }
  return {...base, ...changes[fate], ...(UPGRADES.has(fate) ? upgrade : {})}
}

function bookingsOf({used}: Sale, made: readonly Entitlement[], student: Student): Booking[] {
  const [first] = made
  if (first === undefined || used > 6) return []
  return Array.from({length: used}, (_, at) => ({
    student: student.id,
    type: first.type,
    at: (first.starts?.at ?? NOW) + (at + 1) * HOUR,
  }))
}

/** What was done for some of them before: granted and gone since, granted and taken back, or dismissed. */
function recordsOf({fate, also}: Sale, {id, createdAt}: Payment): RepairRecord[] {
  const granted = aRecord({id: `passRepair.${id}.1`, payment: id, at: createdAt + DAY, entitlements: []})
  const next = {...granted, id: `passRepair.${id}.2`}
  if (fate === 'undone') return [granted, {...next, undoes: granted.id}]
  if (!also) return []
  if (fate === 'missing') return [granted]
  return fate === 'otherStudent' ? [next, {...granted, kind: 'dismiss', fingerprint: 'of other facts'}] : []
}
