import type {IncomingMessage, ServerResponse} from 'node:http'
import {text} from 'node:stream/consumers'
import {setTimeout as sleep} from 'node:timers/promises'
import {admit, demand, type Access} from './access.ts'
import {expand} from './expand.ts'
import type {Fault, Faults} from './faults.ts'
import {findRoute} from './find-route.ts'
import {createIdempotency} from './idempotency.ts'
import type {Ledger, LedgerRequest} from './ledger.ts'
import {createIds, type Ids} from './objects/ids.ts'
import {parseParameters, textsOf} from './parameters.ts'
import type {RateLimits} from './rate-limits.ts'
import {respond, respondFault, respondRaw, type AnswerFrame} from './respond.ts'
import {allRoutes} from './routes/all-routes.ts'
import type {Store} from './store.ts'
import {StripeFault} from './stripe-fault.ts'
import type {Webhooks} from './webhooks.ts'

interface HandlerOptions {
  store: Store
  webhooks: Webhooks
  ids: Ids
  limits: RateLimits
  faults: Faults
  ledger: Ledger
  /** Unix seconds. */
  now: () => number
}

type Handle = (request: IncomingMessage, response: ServerResponse) => void

/** Answers one request after the other as Stripe would: admitted, limited, routed, expanded, noted. */
export function createHandler(options: HandlerOptions): Handle {
  const {store, ids, limits, faults, ledger, now, webhooks} = options
  const idempotency = createIdempotency()
  // Of their own, so that reading does not change the ids of what happens.
  const requestIds = createIds('requests')

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stripe.local')
    const line: LedgerRequest = {
      method: request.method ?? 'GET',
      path: url.pathname,
      account: null,
      query: decodeURIComponent(url.search.slice(1)),
      status: 0,
    }
    ledger.requests.push(line)
    const frame: AnswerFrame = {
      requestId: requestIds('req', 14),
      livemode: !/_test_/.test(request.headers.authorization ?? ''),
      now: now(),
      version: header(request, 'stripe-version'),
    }
    const body = await text(request)
    if (faults.latencyMs > 0) await sleep(faults.latencyMs)
    try {
      const access = admit(store, request.headers.authorization, header(request, 'stripe-account'))
      line.account = access.account
      const fault = faults.take(line)
      if (fault?.delayMs !== undefined) await sleep(fault.delayMs)
      if (fault !== undefined && fault.when !== 'after' && isAnswered(response, fault, frame)) return
      const done = await carryOut(request, url, body, access)
      if (fault?.when === 'after' && isAnswered(response, fault, frame)) return
      if (done.replayed) response.setHeader('idempotent-replayed', 'true')
      respond(response, done.object, frame)
    } catch (error) {
      respondFault(response, asFault(error), frame)
    } finally {
      line.status = response.destroyed ? 0 : response.statusCode
    }
  }

  async function carryOut(request: IncomingMessage, url: URL, body: string, access: Access) {
    const method = request.method ?? 'GET'
    const match = findRoute(allRoutes, method, url.pathname)
    if (match === undefined) {
      ledger.unknown.push({method, path: url.pathname})
      throw unrecognized(method, url.pathname)
    }
    const {route, id} = match
    if (faults.rateLimits) {
      limits.spend({account: access.account, livemode: access.livemode, endpoint: `${method} ${route.path}`})
    }
    if (route.permission !== null) demand(access, route.permission)
    const parameters = parseParameters(method === 'POST' ? new URLSearchParams(body) : url.searchParams)
    const call = {
      store,
      books: store.books(access.account, access.livemode),
      access,
      parameters,
      id,
      now: now(),
      ids,
      emit: webhooks.emit,
    }
    const paths = textsOf(parameters['expand'], 'expand') ?? []
    const key = method === 'POST' ? header(request, 'idempotency-key') : undefined
    return idempotency.once({key, account: access.account, request: `${url.pathname}\n${body}`}, async () =>
      expand(await route.answer(call), paths, call),
    )
  }

  return (request, response) => void answer(request, response)
}

function isAnswered(response: ServerResponse, fault: Fault, frame: AnswerFrame): boolean {
  if (fault.hangUp === true) {
    response.destroy()
    return true
  }
  const {status, headers = {}} = fault
  if (status === undefined) return false
  if (fault.rawBody !== undefined) {
    respondRaw(response, {status, body: fault.rawBody, headers}, frame)
    return true
  }
  const body = {
    type: fault.type ?? (status < 500 ? ('invalid_request_error' as const) : ('api_error' as const)),
    message: fault.message ?? 'Something went wrong on our end.',
    ...(fault.code === undefined ? {} : {code: fault.code}),
  }
  respondFault(response, new StripeFault({status, body, headers}), frame)
  return true
}

function unrecognized(method: string, path: string): StripeFault {
  return new StripeFault({
    status: 404,
    body: {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    },
  })
}

/** A bug here must be seen, not read as one of Stripe's refusals: its message and place go to the answer. */
function asFault(error: unknown): StripeFault {
  if (error instanceof StripeFault) return error
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return new StripeFault({status: 500, body: {type: 'api_error', message: `Local Stripe failed: ${message}`}})
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
