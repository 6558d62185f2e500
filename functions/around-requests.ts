import type {MiddlewareHandler} from 'hono'
import {cors} from 'hono/cors'
import {
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  contractOf,
  REQUEST_ID_HEADER,
} from '../plugin/core/contract/endpoints.ts'
import {Fault} from '../plugin/core/contract/fault.ts'
import {toIso} from '../plugin/core/contract/instant.ts'
import type {Lifetime} from './handler.ts'
import {emptyNotes, type Log, type LogNotes} from './request-log.ts'

const PREFLIGHT_SECONDS = 600

export type AppEnvironment = {
  Bindings: {lifetime: Lifetime}
  Variables: {
    requestId: string
    notes: LogNotes
    /** Of a stream: settled when its last part was sent. */
    ended: Promise<void> | undefined
  }
}

/** Gives each request an id and, when it was answered to the end, one line in the log. */
export function keepLog({now, log}: {now: () => number; log: Log}): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const started = performance.now()
    const at = toIso(now())
    const requestId = crypto.randomUUID()
    const notes = emptyNotes()
    context.set('requestId', requestId)
    context.set('notes', notes)
    await next()
    context.header(REQUEST_ID_HEADER, requestId)
    const {method} = context.req
    const {status} = context.res
    const write = (): void =>
      log({at, requestId, method, status, ms: Math.round(performance.now() - started), ...notes})
    const ended = context.get('ended')
    if (ended) ended.then(write, write)
    else write()
  }
}

/**
 * What holds for every answer: nobody on the way keeps it, refusals and faults neither, and no browser takes it for
 * anything but what it says it is.
 */
export function keepPrivate(): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    // Answered like GET it would read a whole school, for a stream that nobody takes anything from.
    if (context.req.method === 'HEAD') throw new Fault('not_found', 'nothing here is asked for by HEAD')
    await next()
    context.header('cache-control', 'no-store')
    context.header('x-content-type-options', 'nosniff')
  }
}

/** Lets pages of these exact origins read the answers, and no others. No cookies are involved. */
export function onlyOrigins(origins: readonly string[]): MiddlewareHandler<AppEnvironment> {
  return cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization', 'content-type', CONTRACT_HEADER],
    exposeHeaders: [REQUEST_ID_HEADER, 'retry-after'],
    maxAge: PREFLIGHT_SECONDS,
  })
}

/**
 * A Studio and a function of different versions would misread each other, and so would two that were told different
 * names of the school's documents: better to say so.
 *
 * @param schema the fingerprint of the school's own schema; null where the settings are wrong, which is said instead
 */
export function demandContract(schema: string | null): MiddlewareHandler<AppEnvironment> {
  const expected = contractOf(schema ?? '')
  return async (context, next) => {
    const given = context.req.header(CONTRACT_HEADER)
    const [version] = given?.split('+') ?? []
    const isAgreed = schema === null ? version === expected : given === expected
    if (!isAgreed) {
      const message =
        given === undefined
          ? `a Studio with the plugin asks here, and says so by ${CONTRACT_HEADER}`
          : 'the Studio and the function are of different versions'
      throw new Fault('contract_mismatch', message, {
        expected,
        given: given?.slice(0, 40) ?? 'none',
        ...(version === CONTRACT_VERSION && {differs: 'documents'}),
      })
    }
    await next()
  }
}
