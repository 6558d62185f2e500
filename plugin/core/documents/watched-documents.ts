/** What an open page listens to: whatever can change a verdict, and the two documents written when a payment is seen. */
export const WATCHED_DOCUMENTS =
  '*[_type in ["subscription", "user", "pass", "passRepair", "passRemarks", "passSync", "webhookLog"]]'
