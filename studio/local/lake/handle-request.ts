import type {IncomingMessage, ServerResponse} from 'node:http'
import {
  allowOrigin,
  answerPreflight,
  bearerToken,
  type Exchange,
  readBody,
  readUrl,
  send,
} from './exchange.ts'
import {type Failure, wait} from './faults.ts'
import {apiError, LakeError, unauthorized} from './lake-error.ts'
import type {LakeState} from './lake-state.ts'
import {isListenerHost} from './listener-hosts.ts'
import type {Actor} from './people.ts'
import {findRoute} from './routes.ts'

/** Answers one request: preflight, faults, who asks, and then the route. */
export function handleRequest(state: LakeState, request: IncomingMessage, response: ServerResponse): void {
  allowOrigin(request, response)
  if (request.method === 'OPTIONS') {
    answerPreflight(request, response)
    return
  }
  answer(state, request, response).catch((error: unknown) => {
    if (error instanceof LakeError) send(response, error)
    else send(response, {status: 500, body: {statusCode: 500, error: 'Internal', message: String(error)}})
  })
}

type Asked = {method: string; path: string; tag: string | undefined}

async function answer(state: LakeState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = readUrl(request)
  const asked: Asked = {
    method: request.method ?? 'GET',
    path: url.path,
    tag: url.query.get('tag') ?? undefined,
  }
  const ticket = url.query.get('ticket')
  const token = bearerToken(request) ?? (ticket === null ? undefined : state.hosts.redeem(ticket))
  const actor = state.people.actor(token)
  // A browser's listener arrives twice: it counts where it was asked for, not where it was sent.
  if (!isListenerHost(request.headers.host ?? '')) {
    state.ledger.requests.push({...asked, actor: actor?.identity ?? '<unknown>'})
  }
  await wait(state.faults.takeDelay(asked), response)
  const failure = state.faults.takeFailure(asked)
  if (failure && failure.when !== 'after') {
    fail(failure, response)
    return
  }
  // A token that isn't known is refused first, also where none is needed.
  if (!actor) throw unauthorized()
  const place = url.path.startsWith('/data/listen/') && ticket === null
  const elsewhere = place ? state.hosts.redirect(request, token) : undefined
  if (elsewhere !== undefined) {
    send(response, {status: 307, headers: {location: elsewhere}})
    return
  }
  await route(state, {...asked, ...url, request, response, actor, token}, failure)
}

type Prepared = Omit<Exchange, 'params' | 'body'> & {actor: Actor}

async function route(state: LakeState, prepared: Prepared, failure: Failure | undefined): Promise<void> {
  const {method, path, request, response} = prepared
  const found = findRoute(method, path)
  const params = found?.params ?? {}
  if (params['dataset'] !== undefined && params['dataset'] !== state.dataset) {
    const message = `Dataset "${params['dataset']}" not found for project ID "${state.projectId}"`
    throw apiError(404, 'Not Found', message)
  }
  const result = await found?.handle(state, {...prepared, params, body: () => readBody(request)})
  if (result === undefined) {
    state.ledger.unknown.push({method, path})
    throw apiError(404, 'Not Found', `No such endpoint: ${path}`)
  }
  if (failure) fail(failure, response)
  else if (result !== 'streamed') send(response, result)
}

function fail({status, body, headers}: Failure, response: ServerResponse): void {
  if (status === 0) {
    response.destroy()
    return
  }
  const message = body ?? {statusCode: status, error: 'Fault', message: 'A fault that was asked for'}
  send(response, {status, body: message, ...(headers ? {headers} : {})})
}
