import {CONTRACT_HEADER, CONTRACT_VERSION} from '../../plugin/core/contract/endpoints.ts'
import type {Environment, Handler, Lifetime} from '../handler.ts'

/**
 * One scheduled sync, for a host's own timer: the same request that a scheduler elsewhere would send.
 *
 * @throws Error when the sync did not end well, so that the host counts the run as failed and says so
 * @example
 * // netlify/functions/sync.mts
 * export default () => runSync(createHandler({environment: process.env}), process.env)
 * export const config = {schedule: '@hourly'}
 */
export async function runSync(
  handler: Handler,
  {SYNC_SECRET: secret}: Environment,
  lifetime?: Lifetime,
): Promise<void> {
  if (secret === undefined || secret === '') throw new Error('SYNC_SECRET is not set')
  const response = await handler(toSync(`Bearer ${secret.trim()}`), lifetime)
  const answer = await response.text()
  if (!response.ok) throw new Error(`the sync was answered with ${response.status}: ${answer}`)
}

/**
 * The sync as a route of its own, for a scheduler that can only send GET with a secret: Vercel's, which sends
 * `CRON_SECRET`. Give it the value of `SYNC_SECRET`: the function compares it.
 *
 * @example export const GET = toCronRoute(createHandler({environment: process.env}))
 */
export function toCronRoute(handler: Handler): (request: Request) => Promise<Response> {
  return (request) => handler(toSync(request.headers.get('authorization') ?? ''))
}

function toSync(authorization: string): Request {
  return new Request('https://function.invalid/v1/sync', {
    method: 'POST',
    headers: {authorization, [CONTRACT_HEADER]: CONTRACT_VERSION},
  })
}
