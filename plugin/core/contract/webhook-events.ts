/** Without it no sale is heard of. */
export const SALE_EVENT = 'checkout.session.completed'

/** What an endpoint has to hear so that a pass follows its money: paid, paid later, given back, disputed and lost. */
export const NEEDED_EVENTS = [
  SALE_EVENT,
  'checkout.session.async_payment_succeeded',
  'charge.refunded',
  'charge.dispute.closed',
] as const
export type NeededEvent = (typeof NEEDED_EVENTS)[number]

export function isNeeded(type: string): type is NeededEvent {
  return NEEDED_EVENTS.some((needed) => needed === type)
}

/** Everything that is looked at when it is told of; an endpoint may listen to more than that. */
export const HANDLED_EVENTS = [
  ...NEEDED_EVENTS,
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'charge.dispute.created',
  'refund.updated',
  'refund.failed',
  'account.updated',
] as const
