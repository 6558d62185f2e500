import {HANDLED_EVENTS} from '../../plugin/core/contract/webhook-events.ts'

const HANDLED: ReadonlySet<string> = new Set(HANDLED_EVENTS)

/** Every other event is answered at once, so that an endpoint may listen to more than it needs. */
export function isHandled(type: string): boolean {
  return HANDLED.has(type)
}
