import type {Context} from 'hono'
import type {AppEnvironment} from './around-requests.ts'

/** Lets the log, and the host that would stop the instance, wait until a stream's work has ended. */
export function endOf(context: Context<AppEnvironment>): () => void {
  const {promise, resolve} = Promise.withResolvers<void>()
  context.set('ended', promise)
  context.env.lifetime.waitUntil?.(promise)
  return resolve
}
