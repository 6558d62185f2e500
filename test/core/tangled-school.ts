import fc from 'fast-check'
import type {Booking} from '../../plugin/core/contract/booking.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {DAY, HOUR} from '../../plugin/core/contract/instant.ts'
import type {Payment} from '../../plugin/core/contract/payment.ts'
import {anEntitlement, aPass, aPayment, aStudent, NOW, someFacts, someNames, stored} from './build-facts.ts'

/** Ada twice (two documents, one Clerk id), two who share a mailbox, somebody without login, and a teacher. */
const students = [
  aStudent(),
  aStudent({id: 'u1b', school: null, createdAt: 0}),
  aStudent({id: 'u2', clerkId: 'user_2', email: 'both@example.com'}),
  aStudent({id: 'u3', clerkId: 'user_3', email: 'both@example.com', school: 'U'}),
  aStudent({id: 'user_4', clerkId: null, email: null, role: 'pending'}),
  aStudent({id: 'u5', clerkId: 'user_5', email: 'teacher@example.com', role: 'instructor'}),
]
const passes = [
  aPass(),
  aPass({id: 'P1', name: 'Drop-in Class', type: 'single', classesLimit: null, validityDays: 1}),
  aPass({id: 'P7', name: 'Unlimited', type: 'unlimited', classesLimit: null, validityDays: 30}),
  aPass({id: 'P6', name: 'Course', type: 'subscription', updatedAt: NOW - 5 * DAY}),
  aPass({id: 'PU', name: 'Elsewhere', school: 'U'}),
]

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values)
const SESSIONS = ['cs_live_0', 'cs_live_1', 'cs_live_2', 'cs_live_3']
const INTENTS = ['pi_0', 'pi_1', 'pi_2']
/** Moments that lie close enough to meet: minutes, days and weeks apart. */
const moment = fc.integer({min: 0, max: 1_000}).map((hours) => NOW - hours * HOUR)
const clerkId = oneOf(null, 'user_1', 'user_1', 'user_2', 'user_3', 'user_4', 'user_5', 'user_gone')
const passId = oneOf(null, 'P3', 'P3', 'P1', 'P7', 'P6', 'PU', 'P_deleted')
const school = oneOf(null, 'T', 'T', 'T', 'U')

const names = fc.record({
  sale: oneOf(null, 'pass_purchase', 'pass_purchase', 'pass_upgrade', 'donation'),
  pass: passId,
  passType: oneOf(null, 'multi', 'single'),
  clerkId,
  school,
  classBooking: oneOf(null, null, null, 'class-1'),
  upgradeFrom: oneOf(null, null, 'sub0', 'sub1', 'sub2'),
  finalPrice: oneOf(null, 2000),
})

const payment: fc.Arbitrary<Partial<Payment>> = fc.record({
  account: oneOf('acct_T', 'acct_T', 'acct_T', 'acct_U', null),
  live: oneOf(true, true, true, false),
  paid: oneOf(true, true, true, false),
  createdAt: moment,
  paymentIntent: oneOf(null, ...INTENTS),
  charge: oneOf(null, 'ch_0', 'ch_1'),
  chargePaymentIntent: oneOf(null, ...INTENTS),
  email: oneOf(null, 'ada@example.com', 'both@example.com', 'nobody@example.com'),
  names: names.map((one) => someNames(one)),
  lines: fc.array(
    fc.record({
      description: oneOf(null, '10 Single Clip Card', 'drop-in class', 'a T-shirt'),
      quantity: oneOf(1, 1, 2),
      product: fc.option(names.map((one) => someNames(one))),
    }),
    {maxLength: 2},
  ),
  linesComplete: oneOf(true, true, false),
  refunded: oneOf(0, 0, 0, 100),
  fullyRefunded: oneOf(false, false, false, true),
  dispute: oneOf(null, null, null, 'open', 'won', 'lost'),
})

const reference = oneOf(null, null, ...SESSIONS, ...INTENTS, 'ch_0', 'manual_1', 'cs_live_unknown')
const time = fc.oneof(
  {weight: 5, arbitrary: fc.integer({min: -1_000, max: 2_000}).map((hours) => stored(NOW + hours * HOUR))},
  {weight: 1, arbitrary: oneOf(null, {text: 'soon', at: null})},
)

const entitlement: fc.Arbitrary<Partial<Entitlement>> = fc.record({
  createdAt: moment,
  student: oneOf('u1', 'u1', 'u1b', 'user_1', 'u2', 'u3', 'user_4', 'u5', 'gone'),
  school,
  type: oneOf('clipcard', 'clipcard', 'single', 'multi-pass', 'monthly', 'multi', null),
  starts: time,
  ends: time,
  pass: passId,
  passName: oneOf('10 Single Clip Card', null),
  price: oneOf(2000, 0, null),
  classesLeft: oneOf(null, 10, 4, 0, -1, 2.5, 12),
  active: oneOf(true, true, true, false),
  session: reference,
  paymentIntent: reference,
  upgradedToPass: oneOf(null, null, null, 'P3'),
  upgradeHistory: fc.array(
    oneOf(...SESSIONS).map((session) => ({fromPass: 'P1', toPass: 'P3', session})),
    {maxLength: 1},
  ),
  complimentary: oneOf(false, false, false, true),
  deactivationReason: oneOf(null, null, 'undone', 'moved away', 'refunded'),
})

const booking: fc.Arbitrary<Booking> = fc.record({
  student: oneOf('u1', 'u1b', 'user_1', 'u2', 'gone'),
  type: oneOf('clipcard', 'single', 'monthly', null),
  at: moment,
})

/** A small school in which anything may stand beside anything: ids that meet, names that contradict, damage. */
export const tangledSchool: fc.Arbitrary<Facts> = fc
  .record({
    payments: fc.array(payment, {minLength: 1, maxLength: SESSIONS.length, size: 'max'}),
    entitlements: fc.array(entitlement, {maxLength: 5, size: 'max'}),
    bookings: fc.array(booking, {maxLength: 4}),
    denied: fc.subarray(['cs_live_unknown', 'pi_2', 'ch_0']),
  })
  .map(({payments, entitlements, bookings, denied}) =>
    someFacts({
      students,
      passes,
      payments: payments.map((one, at) => aPayment({id: SESSIONS[at] ?? 'cs_live_9', ...one})),
      entitlements: entitlements.map((one, at) => anEntitlement({id: `sub${at}`, ...one})),
      bookings,
      denied,
    }),
  )
