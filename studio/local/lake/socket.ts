import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {isRecord} from './lake-document.ts'
import type {People} from './people.ts'

/** The Studio's socket: JSON-RPC that says whether the connection lives, and who is where. */
type PresenceSocket = {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close: () => void
}

type Peer = {socket: WebSocket; identity: string; subscriptions: Set<string>}

export function createPresenceSocket(people: People): PresenceSocket {
  const server = new WebSocketServer({noServer: true})
  const peers = new Set<Peer>()
  let subscriptions = 0
  const heartbeat = setInterval(() => {
    for (const {socket} of peers) socket.send('♥')
  }, 10_000)
  heartbeat.unref()

  function tell(from: Peer, event: Record<string, unknown>): void {
    for (const peer of peers) {
      if (peer === from) continue
      for (const subscription of peer.subscriptions) {
        const params = {subscription, result: {i: from.identity, ...event}}
        peer.socket.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
      }
    }
  }

  function call(peer: Peer, method: string, params: Record<string, unknown>): unknown {
    switch (method) {
      case 'authorization': {
        const token = /^Bearer (.+)$/.exec(String(params['authorization']))?.[1]
        peer.identity = people.actor(token)?.identity ?? peer.identity
        return true
      }
      case 'presence_subscribe': {
        subscriptions += 1
        const subscription = `presence-${subscriptions}`
        peer.subscriptions.add(subscription)
        return subscription
      }
      case 'presence_unsubscribe':
        return peer.subscriptions.delete(String(params['subscriptionId']))
      case 'presence_rollcall':
        tell(peer, {type: 'rollCall', session: params['session']})
        return true
      case 'presence_announce':
        tell(peer, {type: 'state', m: params['data']})
        return true
      case 'presence_disconnect':
        tell(peer, {type: 'disconnect', m: {session: params['session']}})
        return true
      default:
        return undefined
    }
  }

  function receive(peer: Peer, text: string): void {
    const message = parse(text)
    if (!message || typeof message['method'] !== 'string') return
    const params = isRecord(message['params']) ? message['params'] : {}
    const result = call(peer, message['method'], params)
    const answer = result === undefined ? {error: {code: -32601, message: 'Method not found'}} : {result}
    peer.socket.send(JSON.stringify({jsonrpc: '2.0', id: message['id'], ...answer}))
  }

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (connection) => {
        const peer: Peer = {socket: connection, identity: '<anonymous>', subscriptions: new Set()}
        peers.add(peer)
        connection.on('message', (data) => {
          if (Buffer.isBuffer(data)) receive(peer, data.toString('utf8'))
        })
        connection.on('error', () => connection.terminate())
        connection.on('close', () => peers.delete(peer))
        connection.send('♥')
      })
    },
    close() {
      clearInterval(heartbeat)
      for (const {socket} of peers) socket.terminate()
      server.close()
    },
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
