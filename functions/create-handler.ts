import type {Documents} from '../plugin/core/documents/documents-option.ts'
import {createApp} from './app.ts'
import {parseConfig} from './config.ts'
import {createDoor} from './door.ts'
import type {Environment, Handler, Lifetime} from './handler.ts'
import {type MessageOptions, parseMessageOptions} from './messages/message-options.ts'
import {PATIENCE, type Patience} from './patience.ts'
import {type Log, logToConsole, warnOnConsole} from './request-log.ts'
import type {StripeApi} from './stripe/client.ts'
import {complaintAbout, sentencesOf} from './wrong-settings.ts'

/** What `createHandler` takes: the settings, and what a host or a test has of its own. */
export type HandlerOptions = {
  environment: Environment
  /** What the school's own types and fields are called, where they are not the platform's: as in the Studio. */
  documents?: Documents
  /** The path in front of `/v1`, where the host hands on the whole address: `/api`. */
  basePath?: string
  /** How students are told of a pass, where it is to differ from what the plugin says. */
  message?: MessageOptions
  /** Hears one line for each request; standard output unless given. */
  log?: Log
  /** Milliseconds since 1970. */
  now?: () => number
  /** Where Stripe is, when it is a local one. */
  stripeApi?: StripeApi
  /** Where the Content Lake is, when it is a local one: `http://localhost:3333`. */
  lakeHost?: string
  /** How long far sides are waited for; a local one may be given less. */
  patience?: Patience
  /** Whether Health may send its request to an endpoint on this machine; in a demo, where there is no other. */
  probeLoopback?: boolean
}

/**
 * The function that holds the secrets: a web-standard request handler, for any host. Wrong settings are named on
 * standard error at once; every request is then answered with `misconfigured` and the names of all of them.
 *
 * @example
 * import {createServer} from 'node:http'
 * createServer(toNodeListener(createHandler({environment: process.env}))).listen(8787)
 */
export function createHandler(options: HandlerOptions): Handler {
  const handler = makeHandler(options)
  const {problems = []} = handler
  // A host that runs nothing before the first request says it at least when it loads this.
  if (problems.length > 0) warnOnConsole(complaintAbout(problems))
  return handler
}

/** The same, and says nothing by itself of wrong settings: for a host that makes a handler for each request. */
export function makeHandler(options: HandlerOptions): Handler {
  const {environment, basePath = '', log = logToConsole, now = Date.now} = options
  const {stripeApi = null, lakeHost = null, patience = PATIENCE, probeLoopback = false} = options
  const {config, problems: wrongSettings, origins} = parseConfig(environment, options.documents)
  const {setup: messageSetup, problems: wrongOptions} = parseMessageOptions(options.message ?? {})
  const problems = [...wrongSettings, ...wrongOptions]
  const isRight = config !== null && wrongOptions.length === 0
  const door = isRight
    ? createDoor({config, messageSetup, stripeApi, lakeHost, patience, now, probeLoopback})
    : null
  const app = createApp({door, problems, origins, schema: config?.schema.fingerprint ?? null, now, log})
  const answered = async (request: Request, lifetime: Lifetime = {}) => {
    const answer = Promise.resolve(app.fetch(withoutBasePath(request, basePath), {lifetime}))
    // A Worker would be stopped half-way through its writes when the browser goes away.
    lifetime.waitUntil?.(answer)
    return answer
  }
  return Object.assign(answered, {problems: sentencesOf(problems)})
}

function withoutBasePath(request: Request, basePath: string): Request {
  const url = new URL(request.url)
  if (basePath === '' || !url.pathname.startsWith(`${basePath}/`)) return request
  url.pathname = url.pathname.slice(basePath.length)
  return new Request(url, request)
}
