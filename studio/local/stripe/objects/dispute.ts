import type Stripe from 'stripe'
import type {Ids} from './ids.ts'

interface DisputeWords {
  id?: string | undefined
  charge: string
  paymentIntent: string | null
  /** Minor units. */
  amount: number
  currency: string
  created: number
  livemode: boolean
  status: Stripe.Dispute.Status
  reason?: string | undefined
}

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}

export function dispute(words: DisputeWords, ids: Ids): Stripe.Dispute {
  return {
    id: words.id ?? ids('du'),
    object: 'dispute',
    amount: words.amount,
    balance_transactions: [],
    charge: words.charge,
    created: words.created,
    currency: words.currency,
    enhanced_eligibility_types: [],
    evidence: {...noEvidence},
    evidence_details: {
      due_by: words.created + 9 * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: words.livemode,
    metadata: {},
    payment_intent: words.paymentIntent,
    reason: words.reason ?? 'fraudulent',
    status: words.status,
  }
}
