/** Why no request is sent to an address. */
export type NotProbed = 'private' | 'not_https' | 'other_host'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/
/** Names that mean something inside a network only. */
const INNER = /^[^.]+$|\.(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/

/**
 * Whether Health may send its request to an address that stands in Stripe: to the school's own hosts only, by https,
 * and never to a number, for a number can be any machine of the network that the function runs in.
 *
 * @param options.loopback whether this machine counts as a host like any other: in a demo it does
 */
export function notProbed(
  {protocol, hostname}: URL,
  {hosts, loopback}: {hosts: readonly string[]; loopback: boolean},
): NotProbed | null {
  if (loopback && LOOPBACK.test(hostname)) return hosts.includes(hostname) ? null : 'other_host'
  if (isInner(hostname)) return 'private'
  if (!hosts.includes(hostname)) return 'other_host'
  return protocol === 'https:' ? null : 'not_https'
}

/** A number of either kind, or a name that only an inner network knows. `URL` has already written numbers out. */
function isInner(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname) || INNER.test(hostname.replace(/\.$/, ''))
}
