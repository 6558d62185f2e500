import type {CheckId} from '../../../plugin/core/contract/finding.ts'
import type {CheckFacts, HealthCheck} from '../../../plugin/core/contract/health.ts'
import {NEEDED_EVENTS, SALE_EVENT} from '../../../plugin/core/contract/webhook-events.ts'
import type {Endpoint} from '../../health-ports.ts'
import {cannotTell, found} from './found.ts'
import {placeOf, type KnownEndpoints} from './known-endpoints.ts'
import type {StripeLinks} from './stripe-links.ts'

export type EndpointsAsked = {
  known: KnownEndpoints
  /** Hosts where the school's webhooks are; none: nobody has said. */
  hosts: readonly string[]
  links: StripeLinks
}

/** Whether Stripe tells somebody of the schools' sales: who, where, and of what. */
export function checkEndpoints(asked: EndpointsAsked): HealthCheck[] {
  const ours = endpointsInUse(asked)
  return [
    checkPresence(asked, ours),
    checkHost(asked, ours),
    checkEnabled(asked, ours),
    checkConnect(asked, ours),
    checkEvents(asked, ours),
    checkSingle(asked, ours),
  ]
}

/** The endpoints at the school's own hosts, wherever these are not known all: those that are on, if any is. */
export function endpointsInUse({known: {all}, hosts}: Pick<EndpointsAsked, 'known' | 'hosts'>): Endpoint[] {
  const here = hosts.length === 0 ? all : all.filter(({url}) => hosts.includes(url.hostname))
  const on = here.filter(({enabled}) => enabled)
  return on.length > 0 ? on : here
}

function checkPresence(asked: EndpointsAsked, ours: readonly Endpoint[]): HealthCheck {
  if (ours.length > 0) return found('endpoint_present', {endpoints: places(ours)})
  const {unsure} = asked.known
  if (unsure !== null) return notKnown('endpoint', asked)
  return found('endpoint_missing', {events: [...NEEDED_EVENTS]}, asked.links.newEndpoint())
}

function checkHost(asked: EndpointsAsked, ours: readonly Endpoint[]): HealthCheck {
  const {hosts, known, links} = asked
  if (hosts.length === 0) {
    return ours.length === 0
      ? notKnown('endpoint_host', asked)
      : cannotTell('endpoint_host', 'no_hosts', {hosts: hostsOf(ours)})
  }
  const others = known.all.filter(({url, enabled}) => enabled && !hosts.includes(url.hostname))
  const [other] = others
  if (other !== undefined) {
    const facts = {hosts: hostsOf(others), known: [...hosts]}
    return found(ours.length > 0 ? 'host_also_other' : 'host_other', facts, links.endpoint(other.id))
  }
  if (ours.length === 0 || known.unsure !== null) return notKnown('endpoint_host', asked)
  return found('host_known', {hosts: hostsOf(ours)})
}

function checkEnabled(asked: EndpointsAsked, ours: readonly Endpoint[]): HealthCheck {
  const [first] = ours
  if (first === undefined) return notKnown('endpoint_enabled', asked)
  if (first.enabled) return found('endpoint_enabled')
  return found('endpoint_disabled', {endpoints: places(ours)}, asked.links.endpoint(first.id))
}

function checkConnect(asked: EndpointsAsked, ours: readonly Endpoint[]): HealthCheck {
  const [first] = ours
  if (first === undefined) return notKnown('endpoint_connect', asked)
  if (ours.some(({connect}) => connect === true)) return found('endpoint_connect')
  if (ours.some(({connect}) => connect === null)) {
    const {unsure} = asked.known
    return unsure === null
      ? cannotTell('endpoint_connect', 'not_told_by_stripe', {endpoints: places(ours)})
      : notKnown('endpoint_connect', asked)
  }
  return found('endpoint_not_connect', {endpoints: places(ours)}, asked.links.newEndpoint())
}

/** Of the endpoints that hear the schools, if that is known of any: all of them together have to hear everything. */
function checkEvents(asked: EndpointsAsked, ours: readonly Endpoint[]): HealthCheck {
  const connected = ours.filter(({connect}) => connect === true)
  const asking = connected.length > 0 ? connected : ours
  const [first] = asking
  if (first === undefined) return notKnown('endpoint_events', asked)
  const heard = new Set(asking.flatMap(({events}) => events))
  const missing = NEEDED_EVENTS.filter((type) => !heard.has(type) && !heard.has('*'))
  if (missing.length === 0) return found('events_all')
  const finding = missing.includes(SALE_EVENT) ? 'events_missing' : 'events_some_missing'
  return found(finding, {events: missing}, asked.links.endpoint(first.id))
}

/** Twice the same address is every sale told twice; two addresses may be the platform's webhook and this one. */
function checkSingle(asked: EndpointsAsked, ours: readonly Endpoint[]): HealthCheck {
  if (ours.length === 0) return notKnown('endpoint_single', asked)
  const twice = ours.filter((one) => ours.some((other) => other !== one && placeOf(other) === placeOf(one)))
  const [first] = twice
  if (first !== undefined) {
    return found('endpoint_duplicate', {endpoints: places(twice)}, asked.links.endpoint(first.id))
  }
  return asked.known.unsure === null ? found('endpoint_single') : notKnown('endpoint_single', asked)
}

/** Why nothing can be said of an endpoint: the list cannot be read, or there is none. */
export function notKnown(check: CheckId, {known: {unsure}, links}: EndpointsAsked): HealthCheck {
  if (unsure === null) return cannotTell(check, 'no_endpoint')
  const {why, permission} = unsure
  const facts: CheckFacts = permission === undefined ? {} : {permission}
  return cannotTell(check, why, facts, why === 'permission' ? links.key() : null)
}

function places(endpoints: readonly Endpoint[]): string[] {
  return [...new Set(endpoints.map(placeOf))].sort()
}

function hostsOf(endpoints: readonly Endpoint[]): string[] {
  return [...new Set(endpoints.map(({url}) => url.host))].sort()
}
