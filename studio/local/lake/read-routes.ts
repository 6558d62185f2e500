import {randomBytes} from 'node:crypto'
import type {Answer, Exchange} from './exchange.ts'
import {documentAt, documentEvents, historyOf, type Moment, transactionLog} from './history.ts'
import {isRecord, type StoredDocument} from './lake-document.ts'
import {badRequest, unauthorized} from './lake-error.ts'
import type {LakeState} from './lake-state.ts'
import type {ListenOptions} from './listeners.ts'
import {runQuery} from './query.ts'
import {filteredView, type Perspective, type View, viewOf} from './view.ts'
import {publishedId} from './document-id.ts'

/** `GET` and `POST /data/query/:dataset` */
export async function query(state: LakeState, exchange: Exchange): Promise<Answer> {
  demandReader(state, exchange)
  const start = performance.now()
  const {text, params} = await readQuery(exchange)
  const perspective = perspectiveOf(exchange)
  const result = runQuery(text, {
    view: readable(viewOf(state.store, perspective), exchange),
    params,
    now: state.now(),
    identity: exchange.actor.identity,
  })
  const echo = exchange.query.get('returnQuery') === 'false' ? {} : {query: text}
  return {body: {...echo, result, syncTags: [], ms: Math.round(performance.now() - start)}}
}

/** `GET /data/doc/:dataset/:ids` */
export function documents(state: LakeState, exchange: Exchange): Answer {
  demandReader(state, exchange)
  const {actor} = exchange
  const found: StoredDocument[] = []
  const omitted: {id: string; reason: 'existence' | 'permission'}[] = []
  for (const id of idsOf(exchange)) {
    const document = state.store.get(id)
    if (!document) omitted.push({id, reason: 'existence'})
    else if (actor.allows('read', document)) found.push(document)
    else omitted.push({id, reason: 'permission'})
  }
  const all = exchange.query.get('includeAllVersions') === 'true' ? allVersions(state, exchange) : found
  const withContent = exchange.query.get('excludeContent') !== 'true'
  return {body: {documents: withContent ? all : [], omitted}}
}

/** `GET /data/listen/:dataset`: server-sent events, for a browser on a host of their own. */
export function listen(state: LakeState, exchange: Exchange): Answer {
  demandReader(state, exchange)
  state.listeners.open(exchange.response, exchange.actor, listenOptions(exchange))
  return 'streamed'
}

/** `GET /data/live/events/:dataset`: nothing here makes such events, the connection is only kept. */
export function live(state: LakeState, {response}: Exchange): Answer {
  response.writeHead(200, {'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache'})
  response.write(`event: welcome\nid: ${randomBytes(6).toString('hex')}\ndata: {}\n\n`)
  const timer = setInterval(() => response.write(':\n\n'), 15_000)
  timer.unref()
  response.once('close', () => clearInterval(timer))
  return 'streamed'
}

/** `GET /data/history/:dataset/documents/:ids` */
export function historyDocuments(state: LakeState, exchange: Exchange): Answer {
  const ids = idsOf(exchange)
  const moment = momentOf(exchange, state.now())
  const commits = history(state, exchange, ids)
  return {body: {documents: ids.flatMap((id) => documentAt(commits, id, moment) ?? [])}}
}

/** `GET /data/history/:dataset/transactions/:ids` */
export function historyTransactions(state: LakeState, exchange: Exchange): Answer {
  const {query: search} = exchange
  const limit = Number(search.get('limit') ?? 100)
  const log = transactionLog(history(state, exchange, idsOf(exchange)), {
    from: search.get('fromTransaction') || undefined,
    to: search.get('toTransaction') || undefined,
    reverse: search.get('reverse') === 'true',
    limit: Number.isInteger(limit) && limit > 0 ? limit : 100,
    effects: search.get('effectFormat') === 'mendoza',
    mutations: search.get('excludeContent') !== 'true' && search.get('excludeMutations') !== 'true',
  })
  return {body: log, headers: {'content-type': 'application/x-ndjson; charset=utf-8'}}
}

/** `GET /data/history/:dataset/events/documents/:ids` */
export function historyEvents(state: LakeState, exchange: Exchange): Answer {
  const limit = Number(exchange.query.get('limit') ?? 100)
  const events = Object.fromEntries(
    idsOf(exchange).map((id) => {
      const versions = [id, publishedId(id), `drafts.${publishedId(id)}`]
      const commits = history(state, exchange, [...new Set(versions)])
      return [id, documentEvents(commits, id).slice(0, limit)]
    }),
  )
  return {body: {events, nextCursor: ''}}
}

/** `GET /data/references/:dataset/documents/:id/to`: references from other datasets; there are none. */
export function outsideReferences(): Answer {
  return {body: {totalCount: 0, references: []}}
}

function history(state: LakeState, exchange: Exchange, ids: string[]): ReturnType<typeof historyOf> {
  demandReader(state, exchange)
  const readableIds = ids.filter((id) => {
    const document = state.store.get(id) ?? state.store.seeded(id)
    return !document || exchange.actor.allows('history', document)
  })
  const author = state.people.list().find((person) => person.role === 'administrator')?.id ?? '<system>'
  return historyOf(state.store, readableIds, author)
}

/** A private dataset answers nobody who hasn't said who they are. */
function demandReader(state: LakeState, {actor}: Exchange): void {
  if (!actor.person && state.visibility === 'private') throw unauthorized()
}

function readable(view: View, {actor}: Exchange): View {
  const everything = actor.grants.some(
    ({filter, permissions}) => filter === '_id in path("**")' && permissions.includes('read'),
  )
  return everything ? view : filteredView(view, (document) => actor.allows('read', document))
}

async function readQuery(exchange: Exchange): Promise<{text: string; params: Record<string, unknown>}> {
  if (exchange.method === 'GET')
    return {text: exchange.query.get('query') ?? '', params: queryParams(exchange)}
  const body = await exchange.body()
  if (!isRecord(body) || typeof body['query'] !== 'string') throw badRequest('"query" must be a string')
  return {text: body['query'], params: isRecord(body['params']) ? body['params'] : {}}
}

/** `$name=<JSON>` in the address. */
function queryParams(exchange: Exchange): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  for (const [name, value] of exchange.query) {
    if (!name.startsWith('$')) continue
    try {
      params[name.slice(1)] = JSON.parse(value)
    } catch {
      throw badRequest(`the parameter "${name}" is not JSON`)
    }
  }
  return params
}

/** Since 2025-02-19 a query without a perspective sees what is published; before, everything. */
function perspectiveOf({query: search, apiVersion}: Exchange): Perspective {
  const asked = search.get('perspective')
  if (asked === null || asked === '') {
    return apiVersion === 'X' || (apiVersion !== '1' && apiVersion >= '2025-02-19') ? 'published' : 'raw'
  }
  if (asked === 'raw' || asked === 'published') return asked
  return asked.split(',').map((layer) => (layer === 'previewDrafts' ? 'drafts' : layer))
}

function listenOptions(exchange: Exchange): ListenOptions {
  const {query: search, request} = exchange
  const text = search.get('query')
  if (text === null) throw badRequest('a listener needs a "query"')
  const resume = search.get('enableResume') === 'true'
  const last = request.headers['last-event-id'] ?? search.get('lastEventId') ?? undefined
  return {
    query: text,
    params: queryParams(exchange),
    includeResult: search.get('includeResult') !== 'false',
    includePreviousRevision: search.get('includePreviousRevision') === 'true',
    includeMutations: search.get('includeMutations') !== 'false',
    effects: search.get('effectFormat') === 'mendoza',
    lastEventId: Array.isArray(last) ? last[0] : last,
    resume,
  }
}

function momentOf({query: search}: Exchange, now: Date): Moment {
  const revision = search.get('revision')
  if (revision !== null) return {revision}
  return search.get('lastRevision') === 'true' ? 'last' : {time: search.get('time') ?? now.toISOString()}
}

function idsOf({params}: Exchange): string[] {
  return (params['ids'] ?? '').split(',').filter((id) => id !== '')
}

function allVersions(state: LakeState, exchange: Exchange): StoredDocument[] {
  const wanted = new Set(idsOf(exchange).map(publishedId))
  return state.store
    .all()
    .filter((document) => wanted.has(publishedId(document._id)) && exchange.actor.allows('read', document))
}
