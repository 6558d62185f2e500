import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Duplex} from 'node:stream'
import {
  allowOrigin,
  type Answer,
  answerPreflight,
  bearerToken,
  type Exchange,
  hasVersionPrefix,
  readBody,
  readUrl,
  send,
} from './exchange.ts'
import {createFaultPlan, type Faults, wait} from './faults.ts'
import type {LakeDocument} from './lake-document.ts'
import {apiError, LakeError, unauthorized} from './lake-error.ts'
import type {LakeOptions, LakeSeed, LakeState} from './lake-state.ts'
import {createLedger, type Ledger} from './ledger.ts'
import {createListenerHosts, isListenerHost} from './listener-hosts.ts'
import {createListeners} from './listeners.ts'
import {createPeople} from './people.ts'
import {findRoute} from './routes.ts'
import {createPresenceSocket} from './socket.ts'
import {createStore} from './store.ts'

/** A lake without a port of its own, to be mounted on somebody else's. */
export type MountableLake = {
  projectId: string
  dataset: string
  /** Whether a request is the lake's: by its host, or by an address that starts with an API version. */
  owns(request: IncomingMessage): boolean
  fetch(request: IncomingMessage, response: ServerResponse): void
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Back to this seed, or to the one it was made with; listeners are cut, so that nobody keeps old data. */
  reset(seed?: LakeSeed): Promise<void>
  close(): Promise<void>
  ledger: Ledger
  faults: Faults
  /** What is in the dataset now. */
  documents(): readonly LakeDocument[]
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
  const now = options.now ?? (() => new Date())
  const visibility = options.visibility ?? 'private'
  const store = createStore(now)
  const people = createPeople({publicDataset: visibility === 'public', now})
  const listeners = createListeners(store, now)
  const state: LakeState = {
    projectId: options.projectId ?? 'demo',
    dataset: options.dataset ?? 'demo',
    visibility,
    now,
    mutationsPerSecond: options.mutationsPerSecond,
    store,
    people,
    listeners,
    settings: new Map(),
    recentMutations: [],
  }
  const ledger = createLedger()
  const plan = createFaultPlan()
  const hosts = createListenerHosts()
  const socket = createPresenceSocket(people)
  const reset = (next: LakeSeed): void => {
    store.reset(next.documents)
    people.reset(next.people)
    state.settings.clear()
    state.recentMutations = []
    plan.clear()
    ledger.clear()
    listeners.cut()
  }
  reset(seed)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = readUrl(request)
    const method = request.method ?? 'GET'
    const tag = url.query.get('tag') ?? undefined
    const ticket = url.query.get('ticket')
    const token = bearerToken(request) ?? (ticket === null ? undefined : hosts.redeem(ticket))
    const actor = people.actor(token)
    const asked = {method, path: url.path, tag}
    if (!isListenerHost(request.headers.host ?? '')) {
      ledger.requests.push({...asked, actor: actor?.identity ?? '<unknown>'})
    }
    await wait(plan.takeDelay(asked), response)
    const failure = plan.takeFailure(asked)
    if (failure && failure.when !== 'after') return fail(failure, response)
    // A token that isn't known is refused before anything else, also where none is needed to sign in.
    if (!actor) throw unauthorized()

    const route = findRoute(method, url.path)
    if (!route) return unknown(asked, response)
    if (url.path.startsWith('/data/listen/') && ticket === null) {
      const location = hosts.redirect(request, token)
      if (location !== undefined) return send(response, {status: 307, headers: {location}})
    }
    demandDataset(state, route.params)
    const exchange: Exchange = {
      ...url,
      request,
      response,
      method,
      params: route.params,
      actor,
      token,
      tag,
      body: () => readBody(request),
    }
    const result: Answer | undefined = await route.handle(state, exchange)
    if (result === undefined) return unknown(asked, response)
    if (failure) return fail(failure, response)
    if (result !== 'streamed') send(response, result)
  }

  function unknown({method, path}: {method: string; path: string}, response: ServerResponse): void {
    ledger.unknown.push({method, path})
    send(response, {
      status: 404,
      body: {statusCode: 404, error: 'Not Found', message: `No such endpoint: ${path}`},
    })
  }

  return {
    projectId: state.projectId,
    dataset: state.dataset,
    owns(request) {
      const host = (request.headers.host ?? '').toLowerCase()
      const project = `${state.projectId.toLowerCase()}.localhost`
      return host.split(':')[0] === project || isListenerHost(host) || hasVersionPrefix(request)
    },
    fetch(request, response) {
      allowOrigin(request, response)
      if (request.method === 'OPTIONS') {
        answerPreflight(request, response)
        return
      }
      answer(request, response).catch((error: unknown) => {
        if (error instanceof LakeError) send(response, error)
        else send(response, {status: 500, body: {statusCode: 500, error: 'Internal', message: String(error)}})
      })
    },
    upgrade: (request, connection, head) => socket.upgrade(request, connection, head),
    reset: async (next = seed) => reset(next),
    async close() {
      listeners.close()
      socket.close()
    },
    ledger,
    faults: {
      fail: plan.fail,
      delay: plan.delay,
      revoke: people.revoke,
      restore: people.restore,
      cutListeners: listeners.cut,
      clear: plan.clear,
    },
    documents: () => store.all(),
  }
}

function fail(
  {status, body, headers}: {status: number; body?: unknown; headers?: Record<string, string>},
  response: ServerResponse,
): void {
  if (status === 0) {
    response.destroy()
    return
  }
  const message = body ?? {statusCode: status, error: 'Fault', message: 'A fault that was asked for'}
  send(response, {status, body: message, ...(headers ? {headers} : {})})
}

function demandDataset(state: LakeState, params: Record<string, string>): void {
  const {dataset} = params
  if (dataset === undefined || dataset === state.dataset) return
  throw apiError(404, 'Not Found', `Dataset "${dataset}" not found for project ID "${state.projectId}"`)
}
