import {randomBytes} from 'node:crypto'
import type {IncomingMessage} from 'node:http'

const ticketLifetime = 30_000

/**
 * HTTP/1.1 lets a browser open six connections a host, and one open document holds six listeners: the
 * seventh request would hang for ever. So a browser's listener is sent to a host of its own. The browser
 * drops `Authorization` on the way, hence a ticket that stands for the token for half a minute.
 */
export type ListenerHosts = {
  /** Where this listener has to go instead, if it must. */
  redirect: (request: IncomingMessage, token: string | undefined) => string | undefined
  /** The token behind a ticket. */
  redeem: (ticket: string) => string | undefined
}

export function createListenerHosts(): ListenerHosts {
  const tickets = new Map<string, {token: string | undefined; expires: number}>()
  return {
    redirect(request, token) {
      const host = request.headers.host ?? ''
      const [name = '', port = '80'] = host.split(':')
      // Node (and jsdom in it) has no limit of six, and doesn't resolve *.localhost everywhere.
      const isBrowser =
        request.headers.origin !== undefined && !/node|jsdom/i.test(request.headers['user-agent'] ?? '')
      if (!isBrowser || isListenerHost(host) || !/(^|\.)localhost$/.test(name)) return undefined
      const now = Date.now()
      for (const [ticket, {expires}] of tickets) if (expires < now) tickets.delete(ticket)
      const ticket = randomBytes(16).toString('hex')
      tickets.set(ticket, {token, expires: now + ticketLifetime})
      const url = new URL(request.url ?? '/', `http://l${randomBytes(5).toString('hex')}.localhost:${port}`)
      url.searchParams.set('ticket', ticket)
      return url.href
    },
    redeem(ticket) {
      const found = tickets.get(ticket)
      return found && found.expires >= Date.now() ? found.token : undefined
    },
  }
}

export function isListenerHost(host: string): boolean {
  return /^l[0-9a-f]{10}\.localhost(:\d+)?$/.test(host)
}
