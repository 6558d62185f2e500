import type {Delivery} from '../contract/delivery.ts'
import {toIso} from '../contract/instant.ts'
import {textHash} from '../contract/text-hash.ts'

const PREFIX = 'webhookLog.'
const SOURCE = 'stripe-passes'
const ID = /^\w{1,80}$/

/** A note about an event, before it is known where it will stand. */
export type DeliveryNote = Omit<Delivery, 'source'>

/** A dot keeps a document private; the event gives the name, so that one event is noted once. */
export function deliveryDocumentId(event: string): string {
  return `${PREFIX}${ID.test(event) ? event : textHash(event)}`
}

/**
 * The `webhookLog` document of an event: in the platform's own shape, so that whoever reads its log reads ours, with
 * what that shape has no room for beside it. Ids only: nothing of whoever paid.
 */
export function deliveryDocument(note: DeliveryNote): {_id: string; _type: string} & Record<string, unknown> {
  const {event, type, state, session, account, school, live, verdict, outcome, error, began, at} = note
  return {
    _id: deliveryDocumentId(event),
    _type: 'webhookLog',
    eventType: type,
    eventId: event,
    status: state,
    details: present({sessionId: session, account, error, verdict, outcome}),
    timestamp: toIso(at),
    ...present({
      account,
      livemode: live,
      school: school === null ? null : {_type: 'reference', _ref: school, _weak: true},
    }),
    began: toIso(began),
    source: SOURCE,
  }
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
