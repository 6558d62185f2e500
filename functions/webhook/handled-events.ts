/** What is looked at. Every other event is answered at once, so that an endpoint may listen to more than it needs. */
const HANDLED: ReadonlySet<string> = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
  'refund.updated',
  'refund.failed',
  'account.updated',
])

export function isHandled(type: string): boolean {
  return HANDLED.has(type)
}
