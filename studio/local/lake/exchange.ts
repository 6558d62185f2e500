import type {IncomingMessage, ServerResponse} from 'node:http'
import {badRequest, LakeError} from './lake-error.ts'
import type {Actor} from './people.ts'

const largestBody = 8 * 1024 * 1024

/** One request, read as far as every route needs it. */
export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  method: string
  /** Without the API version in front. */
  path: string
  apiVersion: string
  query: URLSearchParams
  /** The values of the route's `:names`. */
  params: Record<string, string>
  actor: Actor
  token: string | undefined
  tag: string | undefined
  body: () => Promise<unknown>
}

/** What a route answers; `streamed` when it has written the response itself. */
export type Answer = {status?: number; body?: unknown; headers?: Record<string, string>} | 'streamed'

const versionPrefix = /^\/v(1|X|\d{4}-\d{2}-\d{2})(?=\/|$)/

/** Splits `/v2025-02-19/data/query/demo?query=…`. */
export function readUrl(request: IncomingMessage): {
  path: string
  apiVersion: string
  query: URLSearchParams
} {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const apiVersion = versionPrefix.exec(url.pathname)?.[1] ?? '1'
  const path = url.pathname.replace(versionPrefix, '')
  // A client configured with `resource` names the dataset in front of the operation.
  const resource =
    /^\/projects\/[^/]+\/datasets\/([^/]+)\/(query|mutate|actions|doc|listen|history|references|live)(\/.*)?$/
  const [, dataset, operation, rest = ''] = resource.exec(path) ?? []
  return {
    path: operation ? `/data/${operation}/${dataset}${rest}` : path || '/',
    apiVersion,
    query: url.searchParams,
  }
}

export function hasVersionPrefix(request: Pick<IncomingMessage, 'url'>): boolean {
  return versionPrefix.test(request.url ?? '')
}

export function bearerToken(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > largestBody)
      throw new LakeError(413, {statusCode: 413, error: 'Payload Too Large', message: 'too large'})
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('the request body is not JSON')
  }
}

/**
 * Any origin may call: everything is on loopback. After the redirect of a listener the origin is the
 * word `null`, which has to be echoed like any other.
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const {origin} = request.headers
  if (origin === undefined) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader(
    'access-control-expose-headers',
    'retry-after, x-request-id, traceparent, content-length',
  )
  response.setHeader('vary', 'Origin')
}

export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const headers = request.headers['access-control-request-headers']
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS')
  if (headers !== undefined) response.setHeader('access-control-allow-headers', headers)
  response.setHeader('access-control-max-age', '600')
  response.writeHead(204).end()
}

export function send(response: ServerResponse, answer: Exclude<Answer, 'streamed'>): void {
  const {status = 200, body, headers = {}} = answer
  if (response.headersSent || response.destroyed) return
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (body === undefined) {
    response.writeHead(status).end()
    return
  }
  if (typeof body === 'string') {
    response.writeHead(status).end(body)
    return
  }
  response.writeHead(status, {'content-type': 'application/json; charset=utf-8'}).end(JSON.stringify(body))
}
