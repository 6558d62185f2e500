import {deliveryState, type Delivery, type DeliveryState} from '../contract/delivery.ts'
import {isShape, type Shape} from '../contract/shape.ts'
import {timeIn} from './time-in.ts'

/**
 * What webhooks noted, one delivery an event, newest first. The platform writes a document when it begins and another
 * when it ends; this function keeps one. A document that is no such note is left out.
 *
 * @example deliveriesOf([processing, success]) // [{event: 'evt_1', state: 'success', source: 'platform', …}]
 */
export function deliveriesOf(documents: Iterable<unknown>): Delivery[] {
  const byEvent = new Map<string, Delivery>()
  for (const document of documents) {
    const noted = isShape(document) ? deliveryOf(document) : null
    if (noted === null) continue
    const key = `${noted.source} ${noted.event}`
    const known = byEvent.get(key)
    byEvent.set(key, known === undefined ? noted : together(known, noted))
  }
  return [...byEvent.values()].toSorted((a, b) => b.at - a.at || (a.event < b.event ? -1 : 1))
}

/** Success is for good: whatever failed before it or beside it was overcome. */
const WEIGHT: Readonly<Record<DeliveryState, number>> = {processing: 0, error: 1, success: 2}

function together(a: Delivery, b: Delivery): Delivery {
  const [later, earlier] = a.at >= b.at ? [a, b] : [b, a]
  const final = WEIGHT[earlier.state] > WEIGHT[later.state] ? earlier : later
  return {
    ...final,
    session: later.session ?? earlier.session,
    account: later.account ?? earlier.account,
    began: Math.min(a.began, b.began),
    at: later.at,
  }
}

function deliveryOf(document: Shape): Delivery | null {
  const details = isShape(document['details']) ? document['details'] : {}
  const event = textOf(document, 'eventId')
  const state = deliveryState.safeParse(document['status'])
  const at = timeIn(document, 'timestamp')
  if (document['_type'] !== 'webhookLog' || event === null || !state.success || at === null) return null
  const {school, livemode} = document
  return {
    event,
    type: textOf(document, 'eventType') ?? '',
    source: document['source'] === 'stripe-passes' ? 'stripe-passes' : 'platform',
    state: state.data,
    session: textOf(details, 'sessionId'),
    account: textOf(document, 'account') ?? textOf(details, 'account'),
    school: isShape(school) ? textOf(school, '_ref') : null,
    live: typeof livemode === 'boolean' ? livemode : null,
    verdict: textOf(details, 'verdict'),
    outcome: textOf(details, 'outcome'),
    error: state.data === 'error' ? textOf(details, 'error') : null,
    began: timeIn(document, 'began') ?? at,
    at,
  }
}

function textOf(shape: Shape, field: string): string | null {
  const value = shape[field]
  return typeof value === 'string' && value !== '' ? value : null
}
