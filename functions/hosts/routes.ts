import type {Handler} from '../handler.ts'

type Route = (request: Request) => Promise<Response>

/**
 * The handler as one export a method, for hosts that route by those: Next.js, on Vercel or elsewhere.
 *
 * @example
 * // app/api/passes/[...path]/route.ts
 * import {createHandler, toRoutes} from 'sanity-plugin-stripe-passes/functions'
 * export const {GET, POST, OPTIONS} = toRoutes(
 *   createHandler({environment: process.env, basePath: '/api/passes'}),
 * )
 */
export function toRoutes(handler: Handler): {GET: Route; POST: Route; OPTIONS: Route} {
  // What Next.js hands over as a second argument is about its own routing, not about how long the instance lives.
  const route: Route = (request) => handler(request)
  return {GET: route, POST: route, OPTIONS: route}
}
