/**
 * What a restricted key must be allowed to read, by the names that Stripe's own refusals and its form for new keys
 * use. Refunds go with charges, prices with plans.
 */
export const NEEDED_PERMISSIONS = [
  'rak_checkout_session_read',
  'rak_payment_intent_read',
  'rak_charge_read',
  'rak_dispute_read',
  'rak_product_read',
  'rak_plan_read',
  'rak_event_read',
  'rak_webhook_read',
  'rak_connected_account_read',
  'rak_accounts_kyc_basic_read',
] as const
