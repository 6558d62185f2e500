import type Stripe from 'stripe'
import type {Ids} from './ids.ts'

/** A charge as the payments reader attaches it: Stripe's own has only `disputed`. */
export type DisputedCharge = Stripe.Charge & {dispute?: Stripe.Dispute}

interface ChargeWords {
  id?: string | undefined
  paymentIntent: string
  /** Minor units. */
  amount: number
  currency: string
  created: number
  livemode: boolean
  email: string | null
  name: string | null
  application: string | null
  applicationFee: number | null
  paymentMethod: string
}

export function charge(words: ChargeWords, ids: Ids): DisputedCharge {
  return {
    id: words.id ?? ids('ch'),
    object: 'charge',
    amount: words.amount,
    amount_captured: words.amount,
    amount_refunded: 0,
    application: words.application,
    application_fee: words.applicationFee === null ? null : ids('fee'),
    application_fee_amount: words.applicationFee,
    balance_transaction: ids('txn'),
    billing_details: {
      address: {city: null, country: 'NO', line1: null, line2: null, postal_code: null, state: null},
      email: words.email,
      name: words.name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: null,
    captured: true,
    created: words.created,
    currency: words.currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: words.livemode,
    metadata: {},
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      seller_message: 'Payment complete.',
      type: 'authorized',
    },
    paid: true,
    payment_intent: words.paymentIntent,
    payment_method: words.paymentMethod,
    payment_method_details: {type: 'card', card: visa(words.amount)},
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  }
}

function visa(amount: number): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: amount,
    authorization_code: null,
    brand: 'visa',
    checks: null,
    country: 'NO',
    electronic_commerce_indicator: null,
    exp_month: 8,
    exp_year: 2028,
    funding: 'debit',
    installments: null,
    last4: '4242',
    mandate: null,
    network: 'visa',
    network_transaction_id: null,
    regulated_status: null,
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  }
}
