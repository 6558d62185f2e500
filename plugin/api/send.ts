import {CONTRACT_HEADER, contractOf, REQUEST_ID_HEADER} from '../core/contract/endpoints.ts'
import {Fault} from '../core/contract/fault.ts'
import {readFault} from './read-fault.ts'

/** The far side, and what reaching it needs. Everything but the endpoint and the token has a sensible default. */
export type Far = {
  /** Web address or path, without a slash at its end. */
  endpoint: string
  /** The signed-in person's token, asked for at every call: it can change under an open page. */
  token: () => Promise<string | null>
  /** The fingerprint of the school's own schema; none: the platform's. */
  schema?: string
  fetch?: typeof fetch
  /** Waits so many milliseconds; given by tests. */
  wait?: Wait | undefined
}

export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>

export type Message = {
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string | undefined>
  body?: unknown
  signal?: AbortSignal | undefined
  accept?: string
}

/** How long an answer may take to begin. A school's facts begin with a progress line, long before they end. */
const ANSWER_WITHIN_MS = 60_000

/** One request as it goes out, answered by anything but a fault. */
export async function open(far: Far, message: Message): Promise<Response> {
  const {method, path, query = {}, body, signal, accept = 'application/json'} = message
  const whole = `${far.endpoint}${path}`
  const url = URL.canParse(whole) ? new URL(whole) : new URL(whole, globalThis.location.origin)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value)
  const headers = new Headers({
    accept,
    authorization: `Bearer ${await tokenOf(far)}`,
    [CONTRACT_HEADER]: contractOf(far.schema ?? ''),
  })
  if (body !== undefined) headers.set('content-type', 'application/json')
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), ANSWER_WITHIN_MS)
  const quit = () => late.abort()
  signal?.addEventListener('abort', quit, {once: true})
  try {
    // Taken back while the token was being fetched: then no event comes any more.
    signal?.throwIfAborted()
    const response = await (far.fetch ?? fetch)(url, {
      method,
      headers,
      credentials: 'omit',
      redirect: 'error',
      signal: late.signal,
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    })
    if (!response.ok) throw await readFault(response)
    return response
  } catch (cause) {
    signal?.throwIfAborted()
    if (cause instanceof Fault) throw cause
    throw new Fault('unreachable', 'no answer from the function', {endpoint: far.endpoint}, {cause})
  } finally {
    clearTimeout(timer)
  }
}

/** Sends a request that is answered with one JSON value. */
export async function send(far: Far, message: Message): Promise<{json: unknown; requestId: string | null}> {
  const response = await open(far, message)
  const requestId = response.headers.get(REQUEST_ID_HEADER)
  try {
    const json: unknown = await response.json()
    return {json, requestId}
  } catch (cause) {
    message.signal?.throwIfAborted()
    const detail = {endpoint: far.endpoint}
    throw new Fault('bad_response', 'the answer is not JSON', detail, {requestId, cause})
  }
}

async function tokenOf(far: Far): Promise<string> {
  const token = await far.token()
  if (token !== null && token !== '') return token
  const detail = {setting: "auth: {loginMethod: 'token'}"}
  throw new Fault('unauthenticated', 'this Studio has no token to send', detail)
}
