import type {Finding} from '../../../plugin/core/contract/finding.ts'
import type {HealthCheck} from '../../../plugin/core/contract/health.ts'
import type {Endpoint, Probe} from '../../health-ports.ts'
import {endpointsInUse, notKnown, type EndpointsAsked} from './check-endpoints.ts'
import {cannotTell, found} from './found.ts'
import {placeOf} from './known-endpoints.ts'
import {notProbed, type NotProbed} from './probe-rules.ts'

// A platform has one or two; whoever has hundreds is not to make this function send hundreds of requests.
const MOST_PROBED = 5
/** What a gateway answers in place of a host that is not there. */
const NOBODY: ReadonlySet<number | null> = new Set([null, 502, 503, 504])

type Answer = {endpoint: Endpoint; status: number | null}

/**
 * Whether an endpoint answers at its own address: Stripe takes a redirect for a failure. Sends one request to each,
 * where the rules allow it, and follows nothing.
 *
 * @param options.probe null where whoever asks may not have requests sent
 */
export async function checkRedirect(
  asked: EndpointsAsked,
  {probe, loopback}: {probe: Probe | null; loopback: boolean},
): Promise<HealthCheck> {
  const ours = endpointsInUse(asked)
  if (ours.length === 0) return notKnown('endpoint_redirect', asked)
  const barred = checkAddresses(ours, asked, loopback)
  if (barred !== null) return barred
  if (probe === null) return cannotTell('endpoint_redirect', 'administrators_only')
  const places = [...new Map(ours.map((endpoint) => [placeOf(endpoint), endpoint])).values()]
  const asking = places
    .slice(0, MOST_PROBED)
    .map(async (endpoint) => ({endpoint, status: await probe(endpoint.url)}))
  const finding = judgeAnswers(await Promise.all(asking), asked)
  return finding ?? cannotTellOrFine(places)
}

/** Addresses that no request is sent to, and what that says of them. */
function checkAddresses(
  ours: readonly Endpoint[],
  {hosts, links}: EndpointsAsked,
  loopback: boolean,
): HealthCheck | null {
  const barred = (why: NotProbed) => ours.filter(({url}) => notProbed(url, {hosts, loopback}) === why)
  const [inner] = barred('private')
  if (inner !== undefined) {
    return found('endpoint_private', {endpoints: barred('private').map(placeOf)}, links.endpoint(inner.id))
  }
  if (hosts.length === 0) {
    return cannotTell('endpoint_redirect', 'no_hosts', {hosts: [...new Set(ours.map(({url}) => url.host))]})
  }
  const [open] = barred('not_https')
  if (open === undefined) return null
  return found('endpoint_unencrypted', {endpoints: barred('not_https').map(placeOf)}, links.endpoint(open.id))
}

function judgeAnswers(answers: readonly Answer[], {links}: EndpointsAsked): HealthCheck | null {
  const told = (finding: Finding, which: (status: number | null) => boolean): HealthCheck | null => {
    const those = answers.filter(({status}) => which(status))
    const [first] = those
    if (first === undefined) return null
    const statuses = those.flatMap(({status}) => (status === null ? [] : String(status)))
    const facts = {endpoints: those.map(({endpoint}) => placeOf(endpoint)), statuses}
    return found(finding, facts, links.endpoint(first.endpoint.id))
  }
  return (
    told('endpoint_redirects', (status) => status !== null && status >= 300 && status < 400) ??
    told('endpoint_silent', (status) => NOBODY.has(status))
  )
}

function cannotTellOrFine(places: readonly Endpoint[]): HealthCheck {
  if (places.length > MOST_PROBED) return cannotTell('endpoint_redirect', 'too_many_endpoints')
  return found('endpoint_answers', {endpoints: places.map(placeOf)})
}
