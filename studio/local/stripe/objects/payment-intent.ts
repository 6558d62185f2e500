import type Stripe from 'stripe'
import type {Ids} from './ids.ts'

interface PaymentIntentWords {
  id?: string | undefined
  /** Minor units. */
  amount: number
  currency: string
  created: number
  livemode: boolean
  application: string | null
  applicationFee: number | null
  paymentMethod: string
}

/** A payment intent; its charge is attached by the caller. */
export function paymentIntent(words: PaymentIntentWords, ids: Ids): Stripe.PaymentIntent {
  return {
    id: words.id ?? ids('pi'),
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: words.amount,
    amount_capturable: 0,
    amount_received: words.amount,
    application: words.application,
    application_fee_amount: words.applicationFee,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: null,
    confirmation_method: 'automatic',
    created: words.created,
    currency: words.currency,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: words.livemode,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: words.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_group: null,
  }
}
