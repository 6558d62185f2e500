import type {SanityClient} from 'sanity'
import {createApi, type Api} from '../api/api.ts'
import type {Facts} from '../core/contract/facts.ts'
import {DAY, toIso} from '../core/contract/instant.ts'
import {ENDPOINTS, type SchoolsAnswer} from '../core/contract/endpoints.ts'
import type {Reconciliation} from '../core/contract/reconciliation.ts'
import type {Receipt} from '../core/contract/repair.ts'
import {NAMES} from '../core/documents/studio-queries.ts'
import {reconcile} from '../core/reconcile/reconcile.ts'
import {createActivityStore, type ActivityStore} from '../live/activity-store.ts'
import {createFactsStore, type FactsStore, type FactsStoreOptions} from '../live/facts-store.ts'
import {shareLake} from '../live/lake.ts'
import {documentParts} from '../live/document-parts.ts'
import {createNameBook, type NameBook} from '../live/name-book.ts'
import {createResource, type Resource} from '../live/resource.ts'
import {studioLake} from './studio-lake.ts'
import {studioToken} from './studio-token.ts'
import {onWake} from './on-wake.ts'

/** Which payments: those of the last so many days. */
export type Period = {days: number}

/** What every screen of one Studio shares: the function, and the facts that were read of it. */
export type PassesSession = {
  api: Api
  schools: Resource<SchoolsAnswer>
  /** The verdicts on facts, `now` in milliseconds, as the function would give them. */
  judge: (facts: Facts, now?: number) => Reconciliation
  reconciliation: (school: string, period: Period) => FactsStore
  student: (school: string, student: string) => FactsStore
  /** What was repaired at the school; with a batch, only what was repaired by that one click. */
  activity: (school: string, batch: string | null) => ActivityStore
  names: NameBook
  /** Tells every screen of that school what a repair did. */
  publish: (school: string, receipt: Receipt) => void
}

const sessions = new WeakMap<SanityClient, Map<string, PassesSession>>()

/** The session of a Studio client; the tool and the inspector of one Studio get the same. */
export function passesSession(client: SanityClient, endpoint: string): PassesSession {
  const known = sessions.get(client) ?? new Map<string, PassesSession>()
  sessions.set(client, known)
  const session = known.get(endpoint) ?? createPassesSession(client, endpoint)
  known.set(endpoint, session)
  return session
}

function createPassesSession(client: SanityClient, endpoint: string): PassesSession {
  const api = createApi({endpoint, token: () => studioToken(client)})
  const stores = new Map<string, {school: string; store: FactsStore}>()
  const activities = new Map<string, ActivityStore>()
  const now = () => Date.now()
  const schools = createResource(() => api.call(ENDPOINTS.schools, {params: {}}))
  // Facts are asked for after the schools are known: what is real money, and whose application took it, is the
  // function's to say.
  const judge = (facts: Facts, at = now()) => {
    const known = schools.getSnapshot()
    if (known.state !== 'ready') return reconcile(facts, {now: at})
    const {live, application = null} = known.value
    return reconcile(facts, {now: at, live, application})
  }
  const ports = {
    lake: shareLake(studioLake(client)),
    judge: (facts) => judge(facts),
    parse: documentParts,
    now,
    onWake,
  } satisfies Partial<FactsStoreOptions>

  const storeOf = (school: string, name: string, read: FactsStoreOptions['read']): FactsStore => {
    const key = JSON.stringify([school, name])
    const known = stores.get(key) ?? {school, store: createFactsStore({...ports, read})}
    stores.set(key, known)
    return known.store
  }

  return {
    api,
    schools,
    judge,
    reconciliation: (school, {days}) =>
      storeOf(school, `last ${days} days`, ({signal, onProgress}) =>
        api.facts({
          school,
          from: toIso(now() - days * DAY),
          signal,
          onPart: (part) => {
            if (part.part === 'progress') onProgress({read: part.read, about: part.about})
          },
        }),
      ),
    student: (school, student) =>
      storeOf(school, `student ${student}`, async ({signal}) => {
        const answer = await api.call(ENDPOINTS.student, {params: {school, student}, signal})
        return {...answer, unchecked: 0, elsewhere: 0, upkeep: null}
      }),
    names: createNameBook((ids) =>
      client.fetch<unknown>(NAMES, {ids}, {perspective: 'published', tag: 'passes.names'}),
    ),
    activity(school, batch) {
      const key = JSON.stringify([school, batch])
      const read = (after: string | undefined) =>
        api.call(ENDPOINTS.records, {params: {school}, query: {after, batch: batch ?? undefined}})
      const store = activities.get(key) ?? createActivityStore({read, lake: ports.lake})
      activities.set(key, store)
      return store
    },
    publish(school, receipt) {
      for (const known of stores.values()) if (known.school === school) known.store.apply(receipt)
    },
  }
}
