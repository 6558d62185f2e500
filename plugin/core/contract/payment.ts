import {z} from 'zod/mini'
import {instant} from './instant-schema.ts'
import {money} from './money-schema.ts'

const text = z.nullable(z.string())
const amount = z.nullable(z.number())

/**
 * What a metadata map names, in our words. Ids are text that somebody wrote: a name is a claim, not a fact.
 * Prices are in the major unit, as the platform writes them.
 */
export const names = z.object({
  /** `pass_purchase`, `pass_upgrade`, or whatever else `metadata.type` says. */
  sale: text,
  pass: text,
  /** The pass's type when it was sold; the catalogue may have changed since. */
  passType: text,
  /** The payer's Clerk id. */
  clerkId: text,
  school: text,
  /** Set on the booking of a single class, which is not the sale of a pass. */
  classBooking: text,
  /** The entitlement that an upgrade starts from. */
  upgradeFrom: text,
  originalPrice: amount,
  finalPrice: amount,
  discount: amount,
  promoCode: text,
  newPassPrice: amount,
  upgradeCost: amount,
})
export type Names = z.infer<typeof names>

export const paymentLine = z.object({
  description: text,
  quantity: z.nullable(z.int()),
  /** What the line's product metadata names; null when the product was not attached. */
  product: z.nullable(names),
})
export type PaymentLine = z.infer<typeof paymentLine>

/**
 * A Checkout Session as a fact, with its refunds and disputes. Parsed once from Stripe's answer.
 * Source: https://docs.stripe.com/api/checkout/sessions/object
 */
export const payment = z.object({
  /** The session's id, `cs_…`: the key of a payment. */
  id: z.string().check(z.minLength(1)),
  /** The connected account it was listed from; null for the platform's own. */
  account: text,
  live: z.boolean(),
  mode: z.string(),
  status: z.nullable(z.enum(['open', 'expired', 'complete'])),
  /** `payment_status` is `paid` or `no_payment_required`. A complete session alone is not paid. */
  paid: z.boolean(),
  createdAt: instant,
  /** The charge's `created`, else the session's. A checkout may stay open for a day before it is paid. */
  paidAt: instant,
  total: money,
  /** `pi_…`; null when nothing was to be paid: never match by it then. */
  paymentIntent: text,
  charge: text,
  /** The payment intent that the charge itself names. */
  chargePaymentIntent: text,
  /** What the buyer typed, trimmed and in lower case. A parent may pay for a child. */
  email: text,
  payerName: text,
  /** What the session's own metadata names. */
  names,
  lines: z.array(paymentLine),
  /** False when Stripe said that there are more lines than were attached. */
  linesComplete: z.boolean(),
  /** Given back so far, minor units. */
  refunded: z.int(),
  fullyRefunded: z.boolean(),
  dispute: z.nullable(z.enum(['open', 'won', 'lost'])),
  /** The platform application that took the payment. */
  application: text,
})
export type Payment = z.infer<typeof payment>
