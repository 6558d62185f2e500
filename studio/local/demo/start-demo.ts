import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {createHandler, type Log} from '../../../functions/index.ts'
import {toNodeListener} from '../../../functions/hosts/node.ts'
import {DEMO_DATASET, DEMO_PROJECT, MEMBERS_HOST} from '../../demo-workspace.ts'
import {membersDocuments} from '../../members-documents.ts'
import {KEEP_ALIVE} from '../keep-alive.ts'
import {createLake, type MountableLake} from '../lake/create-lake.ts'
import {asMembers} from '../seed/as-members.ts'
import type {DemoSeed} from '../seed/demo-seed.ts'
import {type LocalStripe, startStripe} from '../stripe/start-stripe.ts'
import {demoEndpoint} from './demo-endpoint.ts'
import {areDemoSchools, functionEnvironment} from './function-environment.ts'
import {listen} from './listen.ts'
import {createShop} from './shop.ts'
import {staticFiles} from './static-files.ts'

export interface Demo {
  /** Where the Studio is: `http://localhost:PORT`, of the members' schools `http://members.localhost:PORT`. */
  url: string
  port: number
  lake: MountableLake
  stripe: LocalStripe
  /** Cuts every connection; a second time it does nothing more. */
  close: () => Promise<void>
}

export interface DemoOptions {
  seed: Pick<DemoSeed, 'documents' | 'people' | 'stripe'>
  /** The folder with the built Studio. */
  studio: string
  /** In use: one of the next. 0: any. */
  port?: number
  /** Whose names the documents are to have in the lake; the seed has the platform's. */
  schema?: 'platform' | 'members'
  /** Settings of the function that differ. */
  environment?: Record<string, string>
  /** Hears one line for each request to the function. */
  log?: Log
  /** Milliseconds since 1970, for lake and function. */
  now?: () => number
  /** What stands before the function, such as a measurement that replays an answer. */
  before?: (answer: Listener) => Listener
}

/**
 * The whole product on one port of this machine: Studio, Content Lake (by host name) and function (under `/api`),
 * with a Stripe on a port of its own that only the function talks to, and that tells it what happens.
 *
 * @example
 * const demo = await startDemo({seed: demoSeed({now: new Date()}), studio: await builtStudio()})
 * console.log(demo.url)
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const {documents, people, stripe: stripeSeed} = options.seed
  const now = options.now ?? Date.now
  const isMembers = options.schema === 'members'
  const host = isMembers ? MEMBERS_HOST : 'localhost'
  const lake = createLake(
    {documents: isMembers ? documents.map(asMembers) : documents, people},
    {projectId: DEMO_PROJECT, dataset: DEMO_DATASET, now: () => new Date(now())},
  )
  const studio = guarded(staticFiles(options.studio))
  let api: Listener = refuse
  let shop: Listener = studio
  let closing: Promise<void> | null = null

  const server = createServer(KEEP_ALIVE, (request, response) => {
    const {url = '/', headers} = request
    if (!isOurs(headers.host)) response.writeHead(421).end()
    else if (isApi(url)) {
      request.url = url.slice('/api'.length)
      api(request, response)
    } else if (lake.owns(request)) lake.fetch(request, response)
    else if (headers.host?.split(':')[0] !== host) toHost(host, request, response)
    else if (url.split('?')[0] === '/shop') shop(request, response)
    else studio(request, response)
  })
  server.on('upgrade', lake.upgrade)
  const port = await listen(server, options.port ?? 0)
  const url = `http://${host}:${port}`
  const stripe = await startStripe({
    ...stripeSeed,
    webhookEndpoints: [
      ...(stripeSeed.webhookEndpoints ?? []),
      demoEndpoint(`http://localhost:${port}`, now()),
    ],
  })

  async function stop(): Promise<void> {
    await Promise.all([lake.close(), stripe.close(), closed(server)])
  }

  const environment = functionEnvironment({
    documents,
    people,
    projectId: lake.projectId,
    dataset: lake.dataset,
  })
  const before = options.before ?? ((answer) => answer)
  const handler = createHandler({
    environment: {...environment, ...options.environment},
    ...(isMembers && {documents: membersDocuments}),
    stripeApi: stripe.sdk,
    lakeHost: `http://127.0.0.1:${port}`,
    log: options.log ?? quiet,
    now,
    probeLoopback: true,
  })
  // Also with settings that are wrong, as hosts do that cannot end: what a Studio then shows is part of the demo.
  api = before(toNodeListener((request) => handler(request)))
  // Over somebody's own export there is no shop: its page would show names to whoever asks.
  if (areDemoSchools(documents)) shop = guarded(createShop({stripe, url, now}))
  return {
    url,
    port,
    lake,
    stripe,
    close: () => (closing ??= stop()),
  }
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** A connection that breaks on the way is nobody's failure here. */
function guarded(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Listener {
  return (request, response) => {
    answer(request, response).catch(() => response.destroy())
  }
}

// A stranger's page can have its own name point at this machine, and would then be let in as one of ours.
function isOurs(host = ''): boolean {
  return /^(?:(?:[\w-]+\.)?localhost|127\.0\.0\.1)(?::\d+)?$/.test(host)
}

function isApi(url: string): boolean {
  return url === '/api' || url.startsWith('/api/')
}

const quiet: Log = () => undefined

const refuse: Listener = (request) => {
  request.socket.destroy()
}

// The lake is told apart by host name, which only `localhost` can have in front of it, and so is whose schools it shows.
function toHost(host: string, {url = '/', headers}: IncomingMessage, response: ServerResponse): void {
  const [, port] = headers.host?.split(':') ?? []
  response.writeHead(302, {location: `http://${host}${port === undefined ? '' : `:${port}`}${url}`}).end()
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
