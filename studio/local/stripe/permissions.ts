/** What a restricted key is asked for, as Stripe names it in its refusal (without `rak_`). */
export type Permission =
  | 'accounts_kyc_basic_read'
  | 'charge_read'
  | 'charge_write'
  | 'checkout_session_read'
  | 'checkout_session_write'
  | 'dispute_read'
  | 'event_read'
  | 'payment_intent_read'
  | 'plan_read'
  | 'product_read'
  | 'webhook_read'

/** Enough to read everything that the product reads, and to write nothing. Refunds go with charges, prices with plans. */
export const readOnlyPermissions: readonly Permission[] = [
  'accounts_kyc_basic_read',
  'charge_read',
  'checkout_session_read',
  'dispute_read',
  'event_read',
  'payment_intent_read',
  'plan_read',
  'product_read',
  'webhook_read',
]
