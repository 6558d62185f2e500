import type {ServerResponse} from 'node:http'
import type {LakeDocument, StoredDocument} from './lake-document.ts'
import {mendozaPatch} from './mendoza-patch.ts'
import type {Actor} from './people.ts'
import {evaluate, parseQuery} from './query.ts'
import type {Change, Commit, Store} from './store.ts'

export type ListenOptions = {
  query: string
  params: Record<string, unknown>
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  effects: boolean
  /** The last event that a returning listener has seen. */
  lastEventId: string | undefined
  resume: boolean
}

export type Listeners = {
  open: (response: ServerResponse, actor: Actor, options: ListenOptions) => void
  /** Ends all of them; their clients come back. */
  cut: () => void
  count: () => number
  close: () => void
}

type Transition = 'appear' | 'update' | 'disappear'

/** The server-sent events of `/data/listen`: `welcome`, then a `mutation` for each matching change. */
export function createListeners(store: Store, now: () => Date): Listeners {
  const open = new Map<ServerResponse, (commit: Commit) => void>()
  const unsubscribe = store.subscribe((commit) => {
    for (const tell of open.values()) tell(commit)
  })
  const heartbeat = setInterval(() => {
    for (const response of open.keys()) response.write(':\n\n')
  }, 15_000)
  heartbeat.unref()

  function cut(): void {
    for (const response of open.keys()) response.destroy()
    open.clear()
  }

  return {
    open(response, actor, options) {
      const matching = matcher(options, actor, now)
      const tell = (commit: Commit): void => {
        for (const event of eventsOf(commit, matching, options))
          writeEvent(response, 'mutation', event.id, event.data)
      }
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        connection: 'keep-alive',
      })
      const missed = options.resume ? commitsSince(store, options.lastEventId) : undefined
      if (options.resume && options.lastEventId !== undefined) {
        writeEvent(response, missed ? 'welcomeback' : 'reset', undefined, {listenerName: actor.identity})
      } else {
        writeEvent(response, 'welcome', undefined, {listenerName: actor.identity})
      }
      for (const commit of missed ?? []) tell(commit)
      open.set(response, tell)
      // The request is over as soon as it has been read: only the response knows that the listener left.
      response.once('close', () => open.delete(response))
    },
    cut,
    count: () => open.size,
    close() {
      clearInterval(heartbeat)
      unsubscribe()
      cut()
    },
  }
}

type Matches = (document: StoredDocument | null) => boolean

function matcher({query, params}: ListenOptions, actor: Actor, now: () => Date): Matches {
  const tree = parseQuery(query, params)
  return (document) => {
    if (!document || !actor.allows('read', document)) return false
    const found = evaluate(tree, {
      dataset: [document],
      params,
      timestamp: now(),
      identity: actor.identity,
    })
    return Array.isArray(found) ? found.length > 0 : found !== null
  }
}

type ListenEvent = {id: string; data: Record<string, unknown>}

/** How many events of the transaction THIS listener gets is told in each of them: it waits for the last. */
function eventsOf(commit: Commit, matches: Matches, options: ListenOptions): ListenEvent[] {
  const seen = commit.changes.flatMap((change) => {
    const transition = transitionOf(change, matches)
    return transition ? [{change, transition}] : []
  })
  return seen.map(({change, transition}, index) => ({
    id: `${commit.transactionId}#${change.id}`,
    data: {
      ...describe(commit, change, transition, options),
      transactionTotalEvents: seen.length,
      transactionCurrentEvent: index + 1,
    },
  }))
}

function transitionOf({before, after}: Change, matches: Matches): Transition | undefined {
  const was = matches(before)
  const is = matches(after)
  if (was && is) return 'update'
  if (is) return 'appear'
  return was ? 'disappear' : undefined
}

function describe(
  commit: Commit,
  change: Change,
  transition: Transition,
  options: ListenOptions,
): Record<string, unknown> {
  const {before, after} = change
  return {
    documentId: change.id,
    transactionId: commit.transactionId,
    transition,
    identity: commit.author,
    ...(before ? {previousRev: before._rev} : {}),
    resultRev: commit.transactionId,
    timestamp: commit.timestamp,
    visibility: 'query',
    ...(options.includeMutations ? {mutations: change.mutations} : {mutations: []}),
    ...(options.includeResult && after ? {result: after} : {}),
    ...(options.includePreviousRevision ? {previous: before} : {}),
    ...(options.effects ? {effects: effectsOf(before, after)} : {}),
  }
}

/** How to get from one revision to the other and back, in mendoza's form. */
export function effectsOf(
  before: LakeDocument | null,
  after: LakeDocument | null,
): {apply: unknown[]; revert: unknown[]} {
  return {apply: mendozaPatch(before, after), revert: mendozaPatch(after, before)}
}

function commitsSince(store: Store, lastEventId: string | undefined): readonly Commit[] | undefined {
  const transactionId = lastEventId?.split('#')[0]
  const commits = store.commits()
  const index = commits.findIndex((commit) => commit.transactionId === transactionId)
  return index < 0 ? undefined : commits.slice(index + 1)
}

function writeEvent(response: ServerResponse, name: string, id: string | undefined, data: unknown): void {
  const lines = [
    `event: ${name}`,
    ...(id === undefined ? [] : [`id: ${id}`]),
    `data: ${JSON.stringify(data)}`,
  ]
  response.write(`${lines.join('\n')}\n\n`)
}
