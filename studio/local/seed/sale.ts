import {DAY, MINUTE, SECOND, toIso} from '../../../plugin/core/contract/instant.ts'
import type {LakeDocument} from '../lake/lake-document.ts'
import {checkoutSession, type SessionSeed, type SessionWords} from '../stripe/objects/checkout-session.ts'
import {createIds} from '../stripe/objects/ids.ts'
import {COURSES_CHANGED_DAYS_AGO, type PassSeed} from './catalogue.ts'
import type {SeedClock} from './seed-clock.ts'
import type {StudentSeed} from './students.ts'

/** The platform that took the payment for the school. */
export const APPLICATION = 'ca_NordicDancePlatform'

export interface SaleWords {
  /** Unique: the ids of session, intent and charge are made from it. */
  key: string
  student: StudentSeed
  pass: PassSeed
  /** When the checkout was opened. */
  at: number
  /** Milliseconds until it was paid; 41 s unless said. */
  paidAfter?: number
  /** Kroner off. */
  discount?: number
  promoCode?: string
  /** What Stripe has differently from an ordinary sale. */
  session?: Partial<SessionWords>
}

/** A pass sold, as Stripe has it. */
export interface Sale extends SaleWords {
  paidAt: number
  passType: string
  stripe: SessionSeed
}

/** What the platform's site does when a student buys a pass. */
export function sell(words: SaleWords, clock: SeedClock): Sale {
  const {key, student, pass, at, discount = 0, promoCode} = words
  const paidAt = at + (words.paidAfter ?? 41 * SECOND)
  const soldBefore = at < clock.daysAgo(COURSES_CHANGED_DAYS_AGO, 13)
  const passType = soldBefore ? (pass.formerType ?? pass.type) : pass.type
  const named = {
    passId: pass.id,
    passType,
    userId: student.clerkId,
    tenantId: pass.school.id,
  }
  const amount = (pass.price - discount) * 100
  const stripe = checkoutSession(
    {
      account: pass.school.account,
      createdAt: new Date(at),
      paidAt: new Date(paidAt),
      amount,
      currency: pass.school.currency,
      email: student.email,
      name: student.name,
      description: pass.name,
      application: APPLICATION,
      applicationFee: Math.round(amount / 20),
      productMetadata: named,
      metadata: {
        type: 'pass_purchase',
        ...named,
        tenantSlug: pass.school.slug,
        originalPrice: String(pass.price),
        finalPrice: String(pass.price - discount),
        discountAmount: String(discount),
        ...(promoCode === undefined ? {} : {promoCode}),
      },
      ...words.session,
    },
    createIds(`sale ${key}`),
  )
  return {...words, paidAt, passType, stripe}
}

const HELD_TYPES: Readonly<Record<string, string>> = {
  single: 'single',
  multi: 'clipcard',
  'multi-pass': 'multi-pass',
  unlimited: 'monthly',
}

/** The document that the platform's webhook writes for a sale, a few seconds after it was paid. */
export function grant(sale: Sale, differently: Record<string, unknown> = {}): LakeDocument {
  const {key, student, pass, at, paidAt, discount = 0, promoCode} = sale
  const made = toIso(paidAt + 7 * SECOND)
  const limit = pass.type === 'single' ? 1 : pass.classesLimit
  const intent = sale.stripe.payment_intent
  return {
    _id: `held-${key}`,
    _type: 'subscription',
    _createdAt: made,
    _updatedAt: made,
    user: {_type: 'reference', _ref: student.id},
    tenant: {_type: 'reference', _ref: pass.school.id},
    type: HELD_TYPES[sale.passType] ?? sale.passType,
    startDate: toIso(at),
    endDate: toIso(at + pass.validityDays * DAY),
    passId: pass.id,
    passName: pass.name,
    purchasePrice: pass.price - discount,
    originalPrice: pass.price,
    finalPrice: pass.price - discount,
    discountAmount: discount,
    ...(promoCode === undefined ? {} : {promoCode}),
    ...(limit === undefined ? {} : {remainingClips: limit}),
    isActive: true,
    stripeSessionId: sale.stripe.id,
    ...(typeof intent === 'object' && intent !== null ? {stripePaymentId: intent.id} : {}),
    webhookEventId: createIds(`event ${key}`)('evt'),
    createdViaWebhook: true,
    ...differently,
  }
}

/** What somebody of the office makes by hand when a student complains: no ids, a day or two late. */
export function grantByHand(
  sale: Sale,
  after: number,
  differently: Record<string, unknown> = {},
): LakeDocument {
  const made = toIso(sale.paidAt + after)
  const document = grant(sale, {
    _createdAt: made,
    _updatedAt: made,
    manuallyCreated: true,
    manualCreationReason: 'Student wrote that the pass is missing',
    ...differently,
  })
  for (const field of ['stripeSessionId', 'stripePaymentId', 'webhookEventId', 'createdViaWebhook']) {
    delete document[field]
  }
  return document
}

/** How long the office takes. */
export const OFFICE_DELAY = 26 * 60 * MINUTE
