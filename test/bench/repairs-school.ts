import {benchStudent} from './bench-student.ts'
import {DAY} from '../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../../studio/local/lake/start-lake.ts'
import {checkoutSession, type SessionSeed} from '../../studio/local/stripe/objects/checkout-session.ts'
import base from '../scenarios/fixtures/base.json' with {type: 'json'}

export const NOW = Date.parse('2026-03-10T12:00:00Z')
// What was bought earlier has ended by now, and is nothing to repair in bulk.
const PERIOD = 80 * DAY

export type RepairsSchool = {
  documents: LakeDocument[]
  sessions: SessionSeed[]
  /** The payments without their pass, newest first. */
  missing: {payment: string; createdAt: number}[]
}

/** A school with so many payments, of which some, evenly spread, lack their pass. */
export function repairsSchool({missing, share}: {missing: number; share: number}): RepairsSchool {
  const payments = Math.ceil(missing / share)
  const every = payments / missing
  const people = Math.ceil(payments / 5)
  const school: RepairsSchool = {
    documents: [...base.documents, ...Array.from({length: people}, (_, nth) => benchStudent(nth))],
    sessions: [],
    missing: [],
  }
  let next = 0
  for (let nth = 0; nth < payments; nth += 1) {
    const createdAt = Math.floor((NOW - DAY - (nth * PERIOD) / payments) / 1_000) * 1_000
    const session = saleOf(nth, {who: nth % people, createdAt})
    school.sessions.push(session)
    if (nth >= next && school.missing.length < missing) {
      school.missing.push({payment: session.id, createdAt})
      next = school.missing.length * every
    } else {
      school.documents.push(passOf(session, {who: nth % people, nth, createdAt}))
    }
  }
  return school
}

function saleOf(nth: number, {who, createdAt}: {who: number; createdAt: number}): SessionSeed {
  const metadata = {
    type: 'pass_purchase',
    passId: 'P3',
    passType: 'multi',
    userId: `user_${who}`,
    tenantId: 'tenantT',
  }
  return checkoutSession({
    id: `cs_live_bench${String(nth).padStart(6, '0')}`,
    account: 'acct_A',
    createdAt: new Date(createdAt).toISOString(),
    amount: 200_000,
    email: `student${who}@example.com`,
    name: `Student ${who}`,
    description: '10 Single Clip Card',
    metadata,
    productMetadata: metadata,
  })
}

function passOf(
  session: SessionSeed,
  {who, nth, createdAt}: {who: number; nth: number; createdAt: number},
): LakeDocument {
  const at = new Date(createdAt + 60_000).toISOString()
  return {
    _id: `sub${nth}`,
    _type: 'subscription',
    _createdAt: at,
    _updatedAt: at,
    user: {_type: 'reference', _ref: `student${who}`},
    tenant: {_type: 'reference', _ref: 'tenantT'},
    type: 'clipcard',
    startDate: new Date(createdAt).toISOString(),
    endDate: new Date(createdAt + 90 * DAY).toISOString(),
    passId: 'P3',
    passName: '10 Single Clip Card',
    purchasePrice: 2_000,
    remainingClips: 10,
    isActive: true,
    stripeSessionId: session.id,
  }
}
