import {MINUTE} from '../../../plugin/core/contract/instant.ts'
import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import {cannotTellFor, found} from './found.ts'
import type {Evidence} from './gather.ts'
import type {HealthCase} from './health-case.ts'
import type {StripeLinks} from './stripe-links.ts'

/** What was sent a moment ago may be on its way. */
const ON_ITS_WAY = 2 * MINUTE

/** Whether everything that Stripe told of was taken. */
export function checkDeliveries(
  {now}: HealthCase,
  {events, account}: Evidence,
  links: StripeLinks,
): HealthCheck {
  if (events.value === undefined) return cannotTellFor('deliveries', events.fault, links.key())
  const {items} = events.value
  const pending = items.filter((event) => event.pending > 0 && event.at < now() - ON_ITS_WAY)
  const oldest = pending.at(-1)
  if (oldest === undefined) return found('deliveries_done', {count: items.length})
  const facts = {count: pending.length, of: items.length, oldestAt: oldest.at}
  return found('deliveries_pending', facts, links.events(account.value ?? ''))
}
