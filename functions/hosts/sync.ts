import {SYNC_ENDPOINTS, type SyncRequest} from '../../plugin/core/contract/sync.ts'
import type {Environment, Handler, Lifetime} from '../handler.ts'

/** What a scheduled sync is to do: nothing is repaired unless `write` says so. `every`: minutes until the next one. */
export type SyncWish = SyncRequest

/**
 * One scheduled sync, for a host's own timer: the same request that a scheduler elsewhere would send.
 *
 * @throws Error when the sync did not end well, so that the host counts the run as failed and says so
 * @example
 * // netlify/functions/sync.mts
 * export default () => runSync(createHandler({environment: process.env}), process.env, {write: true, every: 60})
 * export const config = {schedule: '@hourly'}
 */
export async function runSync(
  handler: Handler,
  {SYNC_SECRET: secret}: Environment,
  wish: SyncWish = {},
  lifetime?: Lifetime,
): Promise<void> {
  if (secret === undefined || secret === '') throw new Error('SYNC_SECRET is not set')
  const response = await handler(toSync(wish, `Bearer ${secret.trim()}`), lifetime)
  const answer = await response.text()
  if (!response.ok) throw new Error(`the sync was answered with ${response.status}: ${answer}`)
}

/**
 * The sync as a route of its own, for a scheduler that can only send GET with a secret: Vercel's, which sends
 * `CRON_SECRET`. Give it the value of `SYNC_SECRET`: the function compares it.
 *
 * @example export const GET = toCronRoute(createHandler({environment: process.env}), {write: true, every: 60})
 */
export function toCronRoute(handler: Handler, wish: SyncWish = {}): (request: Request) => Promise<Response> {
  return (request) => handler(toSync(wish, request.headers.get('authorization') ?? ''))
}

function toSync(wish: SyncWish, authorization: string): Request {
  const {method, path} = SYNC_ENDPOINTS.sync
  return new Request(`https://function.invalid${path}`, {
    method,
    headers: {authorization, 'content-type': 'application/json'},
    body: JSON.stringify(wish),
  })
}
