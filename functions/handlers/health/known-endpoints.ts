import type {WhyUnknown} from '../../../plugin/core/contract/finding.ts'
import {NEEDED_EVENTS} from '../../../plugin/core/contract/webhook-events.ts'
import type {Endpoint} from '../../health-ports.ts'
import {whyOf} from './found.ts'
import type {Evidence} from './gather.ts'

/** Every endpoint that hears of sales in our mode, from both of Stripe's lists, and what keeps that from being all. */
export type KnownEndpoints = {
  all: Endpoint[]
  /** Null: these are all. */
  unsure: {why: WhyUnknown; permission?: string} | null
}

const NEEDED: ReadonlySet<string> = new Set([...NEEDED_EVENTS, '*'])

/** Stripe lists old endpoints in one API, those of its Workbench in the other, and many in both. */
export function knownEndpoints({endpoints, destinations}: Evidence, live: boolean): KnownEndpoints {
  const ofV2 = destinations.value?.items ?? []
  const ofV1 = (endpoints.value?.items ?? []).filter((old) => !ofV2.some((each) => isSame(each, old)))
  const all = [...ofV2, ...ofV1].filter(
    (endpoint) => endpoint.live === live && endpoint.events.some((type) => NEEDED.has(type)),
  )
  return {all, unsure: whyUnsure({endpoints, destinations})}
}

function isSame(a: Endpoint, b: Endpoint): boolean {
  return a.id === b.id || (a.url.href === b.url.href && Math.abs(a.created - b.created) <= 1)
}

function whyUnsure({
  endpoints,
  destinations,
}: Pick<Evidence, 'endpoints' | 'destinations'>): KnownEndpoints['unsure'] {
  const fault = endpoints.fault ?? destinations.fault
  if (fault !== undefined) {
    const {permission} = fault.detail
    return {why: whyOf(fault), ...(permission !== undefined && {permission})}
  }
  const isWhole = endpoints.value?.complete === true && destinations.value?.complete === true
  return isWhole ? null : {why: 'too_many_endpoints'}
}

/** An endpoint as it is told: without what may be secret in its query, and the same with or without a last slash. */
export function placeOf({url}: Pick<Endpoint, 'url'>): string {
  return `${url.host}${url.pathname.replace(/\/$/, '')}`
}
