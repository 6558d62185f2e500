import type Stripe from 'stripe'
import type {Ids} from './ids.ts'

interface RefundWords {
  id?: string | undefined
  charge: string
  paymentIntent: string | null
  /** Minor units. */
  amount: number
  currency: string
  created: number
  reason?: Stripe.Refund.Reason | null | undefined
  status?: 'succeeded' | 'pending' | 'failed' | undefined
}

export function refund(words: RefundWords, ids: Ids): Stripe.Refund {
  return {
    id: words.id ?? ids('re'),
    object: 'refund',
    amount: words.amount,
    balance_transaction: ids('txn'),
    charge: words.charge,
    created: words.created,
    currency: words.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: words.paymentIntent,
    payment_method: null,
    reason: words.reason ?? 'requested_by_customer',
    receipt_number: null,
    source_transfer_reversal: null,
    status: words.status ?? 'succeeded',
    transfer_reversal: null,
  }
}
