import {makeHandler, type HandlerOptions} from '../create-handler.ts'
import type {Environment, Handler, Lifetime} from '../handler.ts'
import {runSync, type SyncWish} from './sync.ts'

/** What `createWorker` takes beside the settings, which a Worker is given with each request. */
export type WorkerOptions = Omit<HandlerOptions, 'environment'> & {
  /** What a cron trigger does. */
  sync?: SyncWish
}

/** What a Worker exports. Its settings are its text variables and secrets. */
export type Worker = {
  fetch: (request: Request, env: object, context: Lifetime) => Promise<Response>
  /** One sync, for a cron trigger. */
  scheduled: (event: unknown, env: object, context: Lifetime) => Promise<void>
}

/**
 * The function as a Cloudflare Worker. Each request has a handler of its own: a request that waits for what another
 * one began, such as its turn to write, counts as hung and is stopped. So nothing is remembered from one to the next.
 *
 * @example
 * import {createWorker} from 'sanity-plugin-stripe-passes/functions'
 * export default createWorker({sync: {write: true, every: 60}})
 */
export function createWorker({sync, ...options}: WorkerOptions = {}): Worker {
  const handlerFor = (environment: Environment): Handler => makeHandler({...options, environment})
  return {
    fetch: (request, env, context) => handlerFor(settingsOf(env))(request, context),
    scheduled(_event, env, context) {
      const environment = settingsOf(env)
      return runSync(handlerFor(environment), environment, sync, context)
    },
  }
}

/** A Worker's environment also holds stores and other Workers, which are no settings. */
function settingsOf(env: object): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => typeof value === 'string'))
}
