import {createApp} from './app.ts'
import {parseConfig} from './config.ts'
import {createDoor} from './door.ts'
import {type Log, logToConsole} from './request-log.ts'
import type {StripeApi} from './stripe/client.ts'

export type {Log, LogLine} from './request-log.ts'
export type {StripeApi} from './stripe/client.ts'

export type HandlerOptions = {
  /** The function's settings, by their names: `process.env`, or what the host gives instead. */
  environment: Readonly<Record<string, string | undefined>>
  /** Hears one line for each request; standard output unless given. */
  log?: Log
  /** Milliseconds since 1970. */
  now?: () => number
  /** Where Stripe is, when it is a local one. */
  stripeApi?: StripeApi
  /** Where the Content Lake is, when it is a local one: `http://localhost:3333`. */
  lakeHost?: string
}

/**
 * The function that holds the secrets: a web-standard request handler, for any host. It starts also when settings are
 * wrong, and then answers every request with `misconfigured` and the names of all of them.
 *
 * @example
 * export default {fetch: createHandler({environment: process.env})}
 */
export function createHandler(options: HandlerOptions): (request: Request) => Promise<Response> {
  const {environment, log = logToConsole, now = Date.now, stripeApi = null, lakeHost = null} = options
  const {config, problems, origins} = parseConfig(environment)
  const door = config && createDoor({config, stripeApi, lakeHost, now})
  const app = createApp({door, problems, origins, now, log})
  return async (request) => app.fetch(request)
}
