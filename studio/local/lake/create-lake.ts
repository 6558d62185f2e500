import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Duplex} from 'node:stream'
import {hasVersionPrefix, readUrl} from './exchange.ts'
import {createFaultPlan, type Faults} from './faults.ts'
import {handleRequest} from './handle-request.ts'
import type {LakeDocument} from './lake-document.ts'
import type {LakeOptions, LakeSeed, LakeState} from './lake-state.ts'
import {clearLedger, type Ledger} from './ledger.ts'
import {createListenerHosts, isListenerHost} from './listener-hosts.ts'
import {createListeners} from './listeners.ts'
import {createPeople} from './people.ts'
import {createPresenceSocket} from './socket.ts'
import {createStore} from './store.ts'

/** A lake without a port of its own, to be mounted on somebody else's. */
export type MountableLake = {
  projectId: string
  dataset: string
  /** Whether a request is the lake's: by its host, or by an address that starts with an API version. */
  owns: (request: Pick<IncomingMessage, 'headers' | 'url'>) => boolean
  fetch: (request: IncomingMessage, response: ServerResponse) => void
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Back to this seed, or to the one it was made with; listeners are cut, so that nobody keeps old data. */
  reset: (seed?: LakeSeed) => Promise<void>
  close: () => Promise<void>
  ledger: Ledger
  faults: Faults
  /** What is in the dataset now. */
  documents: () => readonly LakeDocument[]
}

/**
 * An embedded Content Lake: what `@sanity/client` and a real Studio ask of `api.sanity.io`.
 *
 * @example
 * const lake = createLake({documents, people}, {projectId: 'demo', dataset: 'demo'})
 * createServer((request, response) => {
 *   if (lake.owns(request)) lake.fetch(request, response)
 * }).on('upgrade', lake.upgrade)
 */
export function createLake(seed: LakeSeed, options: LakeOptions = {}): MountableLake {
  const state = createState(options)
  const socket = createPresenceSocket(state.people)
  fill(state, seed)
  return {
    projectId: state.projectId,
    dataset: state.dataset,
    owns: (request) => isFor(state, request),
    fetch: (request, response) => handleRequest(state, request, response),
    upgrade: (request, connection, head) => {
      const {path} = readUrl(request)
      if (path === `/socket/${state.dataset}`) {
        socket.upgrade(request, connection, head)
        return
      }
      state.ledger.unknown.push({method: 'UPGRADE', path})
      connection.end('HTTP/1.1 404 Not Found\r\n\r\n')
    },
    reset: async (next = seed) => fill(state, next),
    close: async () => {
      state.listeners.close()
      socket.close()
    },
    ledger: state.ledger,
    faults: {
      fail: state.faults.fail,
      delay: state.faults.delay,
      revoke: state.people.revoke,
      restore: state.people.restore,
      cutListeners: state.listeners.cut,
      clear: state.faults.clear,
    },
    documents: () => state.store.all(),
  }
}

function createState(options: LakeOptions): LakeState {
  const now = options.now ?? (() => new Date())
  const visibility = options.visibility ?? 'private'
  const store = createStore(now)
  return {
    projectId: options.projectId ?? 'demo',
    dataset: options.dataset ?? 'demo',
    visibility,
    now,
    mutationsPerSecond: options.mutationsPerSecond,
    store,
    people: createPeople({publicDataset: visibility === 'public', now}),
    listeners: createListeners(store, now),
    ledger: {unknown: [], requests: []},
    faults: createFaultPlan(),
    hosts: createListenerHosts(),
    settings: new Map(),
    accessRequests: [],
    recentMutations: [],
  }
}

/** Everything as on the first day; listeners are cut, so that nobody goes on with what was before. */
function fill(state: LakeState, seed: LakeSeed): void {
  state.store.reset(seed.documents)
  state.people.reset(seed.people)
  state.settings.clear()
  state.accessRequests = []
  state.recentMutations = []
  state.faults.clear()
  clearLedger(state.ledger)
  state.listeners.cut()
}

function isFor(state: LakeState, request: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  const host = (request.headers.host ?? '').toLowerCase()
  const project = `${state.projectId.toLowerCase()}.localhost`
  return host.split(':')[0] === project || isListenerHost(host) || hasVersionPrefix(request)
}
