import * as access from './access-routes.ts'
import * as account from './account-routes.ts'
import type {Answer, Exchange} from './exchange.ts'
import type {LakeState} from './lake-state.ts'
import * as project from './project-routes.ts'
import * as read from './read-routes.ts'
import * as write from './write-routes.ts'

/** `undefined`: the route knows the address, but not this kind of request. It counts as unknown. */
export type Handler = (
  state: LakeState,
  exchange: Exchange,
) => Answer | undefined | Promise<Answer | undefined>

type Route = {method: string; pattern: string; handle: Handler}

/** Everything that a Studio, the SDKs and the function ask for. The order matters: first match wins. */
const routes: Route[] = [
  get('/data/query/:dataset', read.query),
  post('/data/query/:dataset', read.query),
  get('/data/doc/:dataset/:ids', read.documents),
  get('/data/listen/:dataset', read.listen),
  get('/data/live/events/:dataset', read.live),
  post('/data/mutate/:dataset', write.mutate),
  post('/data/actions/:dataset', write.act),
  get('/data/history/:dataset/documents/:ids', read.historyDocuments),
  get('/data/history/:dataset/transactions/:ids', read.historyTransactions),
  get('/data/history/:dataset/events/documents/:ids', read.historyEvents),
  get('/data/references/:dataset/documents/:id/to', read.outsideReferences),

  get('/users/me', account.me),
  get('/users/me/keyvalue/:keys', account.settings),
  {method: 'PUT', pattern: '/users/me/keyvalue', handle: account.putSettings},
  get('/users/:ids', account.users),
  get('/auth/id', account.whoAmI),
  get('/auth/providers', account.providers),
  get('/auth/login/:provider', account.login),
  get('/auth/fetch', account.fetchToken),
  post('/auth/logout', account.logout),

  get('/projects/:project/datasets/:dataset/acl', project.acl),
  get('/projects/:project/datasets/:dataset/settings/indexing', project.none.object),
  get('/projects/:project/datasets', project.datasets),
  get('/projects/:project/grants', project.projectGrants),
  get('/projects/:project/roles', project.roles),
  get('/projects/:project/user-applications', project.none.list),
  get('/projects/:project/new-content-release-allowed', project.none.object),
  get('/projects/:project', project.project),
  get('/roles', project.roles),
  get('/features', project.none.list),
  get('/subscriptions/project/:project', project.none.list),
  get('/schedules/:project/:dataset', () => ({body: {schedules: []}})),
  get('/access/requests/me', access.myAccessRequests),
  get('/access/project/:project/requests/state', access.accessState),
  post('/access/project/:project/requests', access.requestAccess),
  get('/journey/announcements', project.none.list),
  get('/journey/:name', project.none.null),
  get('/journey/trial/:state', project.none.null),
  get('/intake/telemetry-status', project.telemetryStatus),
  post('/intake/batch', project.none.object),
  get('/ping', project.ping),
  get('/check/cors', project.cors),
  get('/help', project.none.object),
]

/** The handler for an address, with the values of its `:names`; `undefined` when nobody built one. */
export function findRoute(
  method: string,
  path: string,
): {handle: Handler; params: Record<string, string>} | undefined {
  const segments = path.split('/')
  for (const route of routes) {
    if (route.method !== method && !(method === 'HEAD' && route.method === 'GET')) continue
    const params = matchPattern(route.pattern.split('/'), segments)
    if (params) return {handle: route.handle, params}
  }
  return undefined
}

function matchPattern(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decode(segment)
    else if (part !== segment) return undefined
  }
  return params
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function get(pattern: string, handle: Handler): Route {
  return {method: 'GET', pattern, handle}
}

function post(pattern: string, handle: Handler): Route {
  return {method: 'POST', pattern, handle}
}
