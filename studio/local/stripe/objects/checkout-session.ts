import type Stripe from 'stripe'
import {createIds, type Ids} from './ids.ts'
import {paymentOf} from './session-payment.ts'
import {soldItems} from './session-items.ts'
import {unixSeconds, type Moment} from './unix-seconds.ts'

/** A whole session with what belongs to it attached, and the account that it was sold on. */
export type SessionSeed = Stripe.Checkout.Session & {
  /** The connected account; null is the platform's own. */
  account: string | null
}

export interface SoldItem {
  description: string
  /** Minor units for one piece. */
  amount: number
  quantity?: number
  metadata?: Stripe.Metadata
  productId?: string
}

/** The few words that tell one sale from another; all else is as Checkout makes it. */
export interface SessionWords {
  id?: string
  account?: string | null
  createdAt: Moment
  /** When the money came, 41 seconds after `createdAt` unless said. A checkout may stay open for a day. */
  paidAt?: Moment
  /** What was to pay in the end, in minor units. */
  amount: number
  currency?: string
  /** What the buyer typed. */
  email?: string | null
  name?: string | null
  metadata?: Stripe.Metadata | null
  productMetadata?: Stripe.Metadata
  /** The name of what was sold, as the line item shows it. */
  description?: string
  /** Several lines instead of one; `amount` is then their sum less `discount`. */
  items?: SoldItem[]
  quantity?: number
  mode?: Stripe.Checkout.Session.Mode
  status?: 'complete' | 'open' | 'expired'
  paymentStatus?: 'paid' | 'unpaid' | 'no_payment_required'
  livemode?: boolean
  /** Minor units that Stripe itself took off. Schools reduce the price before Stripe sees it, so mostly 0. */
  discount?: number
  /** `true` for all of it, or minor units. */
  refunded?: boolean | number
  refundedAt?: Moment
  /** The dispute's status. */
  disputed?: Stripe.Dispute.Status
  disputedAt?: Moment
  application?: string | null
  applicationFee?: number | null
  paymentIntentId?: string
  chargeId?: string
  productId?: string
}

/**
 * One checkout with its line items, products, payment intent, charge, refunds and dispute attached, as the
 * payments reader puts them together. A sale of 0 has no payment intent, and neither has an open checkout.
 *
 * Identifiers come from `ids`, else from the words themselves: the same words give the same session.
 *
 * @example
 * checkoutSession({
 *   account: 'acct_A', createdAt: '2026-03-01T10:00:00Z', amount: 25000, email: 'ada.lind@example.com',
 *   description: 'Open week Trial Pass', metadata: {type: 'pass_purchase', passId: 'P6'},
 * })
 */
export function checkoutSession(
  words: SessionWords,
  ids: Ids = createIds(words.id ?? JSON.stringify(words)),
): SessionSeed {
  const created = unixSeconds(words.createdAt)
  const livemode = words.livemode ?? true
  const id = words.id ?? ids(livemode ? 'cs_live' : 'cs_test', 58)
  const status = words.status ?? 'complete'
  const paymentStatus =
    words.paymentStatus ??
    (status !== 'complete' ? 'unpaid' : words.amount === 0 ? 'no_payment_required' : 'paid')
  const items = soldItems(words, created, livemode, ids)
  return {
    ...blankSession(id, created, livemode),
    account: words.account ?? null,
    amount_subtotal: words.amount + (words.discount ?? 0),
    amount_total: words.amount,
    currency: words.currency ?? 'nok',
    customer_details: customerDetails(words, status),
    line_items: {
      object: 'list',
      data: items,
      has_more: false,
      url: `/v1/checkout/sessions/${id}/line_items`,
    },
    metadata: words.metadata ?? {},
    mode: words.mode ?? 'payment',
    payment_intent:
      status === 'complete' && words.amount > 0 && paymentStatus !== 'no_payment_required'
        ? paymentOf(words, created, livemode, paymentStatus, ids)
        : null,
    payment_status: paymentStatus,
    status,
    total_details: {amount_discount: words.discount ?? 0, amount_shipping: 0, amount_tax: 0},
    url: status === 'open' ? `https://checkout.stripe.com/c/pay/${id}` : null,
  }
}

function customerDetails(
  words: SessionWords,
  status: 'complete' | 'open' | 'expired',
): Stripe.Checkout.Session.CustomerDetails | null {
  if (words.email === undefined && words.name === undefined && status !== 'complete') return null
  return {
    address: {city: null, country: 'NO', line1: null, line2: null, postal_code: null, state: null},
    business_name: null,
    email: words.email ?? null,
    individual_name: null,
    name: words.name ?? null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  }
}

/** An open checkout for nothing, by nobody: every field that Stripe answers with. */
export function blankSession(id: string, created: number, livemode: boolean): Stripe.Checkout.Session {
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: 0,
    amount_total: 0,
    automatic_tax: {enabled: false, liability: null, provider: null, status: null},
    billing_address_collection: null,
    cancel_url: 'https://school.example.com/passes',
    client_reference_id: null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created,
    currency: 'nok',
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: null,
    discounts: [],
    expires_at: created + 86_400,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode,
    locale: null,
    managed_payments: null,
    metadata: {},
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: {enabled: false},
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: 'https://school.example.com/passes/thanks',
    total_details: {amount_discount: 0, amount_shipping: 0, amount_tax: 0},
    ui_mode: 'hosted_page',
    url: null,
    wallet_options: null,
  }
}
