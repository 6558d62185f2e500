import {benchStudent} from './bench-student.ts'
import {MINUTE, SECOND, toIso} from '../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../../studio/local/lake/start-lake.ts'
import {checkoutSession, type SessionSeed} from '../../studio/local/stripe/objects/checkout-session.ts'
import base from '../scenarios/fixtures/base.json' with {type: 'json'}

const PEOPLE = 100
const PASSES = ['P1', 'P3', 'P7']
const PRICES = [250, 2_000, 1_200]

/** What becomes of a checkout: bought, bought and given back, or never paid; or it was a class all along. */
export type Fate = 'bought' | 'given_back' | 'expired' | 'class'

export type WebhookSchool = {
  documents: LakeDocument[]
  checkouts: {session: SessionSeed; fate: Fate}[]
}

/** A busy evening: so many checkouts of the last minutes, one in twelve given back, never paid, or no pass. */
export function webhookSchool(checkouts: number, now: number): WebhookSchool {
  const fates: readonly Fate[] = ['given_back', 'expired', 'class']
  return {
    documents: [...base.documents, ...Array.from({length: PEOPLE}, (_, who) => benchStudent(who))],
    checkouts: Array.from({length: checkouts}, (_, nth) => {
      const fate = fates[nth % 36] ?? 'bought'
      return {fate, session: checkout(nth, {fate, at: now - 5 * MINUTE + (nth % 200) * SECOND})}
    }),
  }
}

function checkout(nth: number, {fate, at}: {fate: Fate; at: number}): SessionSeed {
  const who = nth % PEOPLE
  const pass = PASSES[nth % PASSES.length] ?? ''
  const sale = {type: 'pass_purchase', passId: pass, userId: `user_${who}`, tenantId: 'tenantT'}
  const metadata = fate === 'class' ? {classId: `class${nth}`, userId: `user_${who}`} : sale
  return checkoutSession({
    id: `cs_live_evening${String(nth).padStart(4, '0')}`,
    account: 'acct_A',
    createdAt: toIso(at),
    status: fate === 'expired' ? 'open' : 'complete',
    amount: (PRICES[nth % PRICES.length] ?? 0) * 100,
    email: `student${who}@example.com`,
    name: `Student ${who}`,
    description: fate === 'class' ? 'Salsa, Tuesday' : pass,
    metadata,
    productMetadata: metadata,
  })
}
