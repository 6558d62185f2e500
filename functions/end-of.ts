import type {Context} from 'hono'
import type {AppEnvironment} from './around-requests.ts'

/** Lets the log wait until a stream has ended, and then does what is to be done. */
export function endOf(context: Context<AppEnvironment>, then: () => void = () => undefined): () => void {
  const ended = Promise.withResolvers<void>()
  context.set('ended', ended.promise)
  return () => {
    then()
    ended.resolve()
  }
}
