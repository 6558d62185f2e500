import type {SanityClient} from 'sanity'
import {createApi, type Api} from '../api/api.ts'
import {ENDPOINTS, type SchoolsAnswer} from '../core/contract/endpoints.ts'
import {toIso} from '../core/contract/instant.ts'
import type {Receipt} from '../core/contract/repair.ts'
import {NAMES} from '../core/documents/studio-queries.ts'
import {createPageEngine, type PageEngine} from '../engine/page-engine.ts'
import {startEngine} from '../engine/start-engine.ts'
import {createTallies, type Tallies} from '../engine/tallies.ts'
import {createActivityStore, type ActivityStore} from '../live/activity-store.ts'
import {createHealthBook, type HealthBook} from '../live/health-book.ts'
import {shareLake} from '../live/lake.ts'
import {createNameBook, type NameBook} from '../live/name-book.ts'
import {createPurchaseWatch, type PurchaseWatch} from '../live/purchase-watch.ts'
import {createResource, type Resource} from '../live/resource.ts'
import type {PassesOptions} from '../options.ts'
import {keptText} from './kept-text.ts'
import {onWake} from './on-wake.ts'
import {studioLake} from './studio-lake.ts'
import {studioToken} from './studio-token.ts'

/** What every screen of one Studio shares: the function, and the facts that were read of it. */
export type PassesSession = {
  api: Api
  schools: Resource<SchoolsAnswer>
  /** Reads and judges what schools and students show. */
  engine: PageEngine
  /** What was repaired at the school; with a batch, only what was repaired by that one click. */
  activity: (school: string, batch: string | null) => ActivityStore
  names: NameBook
  /** What there is to do at each school, as far as it was counted. */
  tallies: Tallies
  /** How the school's installation fares. */
  health: (school: string) => HealthBook
  /** The purchase that somebody tries at the school. */
  purchase: (school: string) => PurchaseWatch
  /** Where students buy, with `{school}` in place of the slug; null where nobody has said. */
  shop: string | null
  /** Tells every screen of that school what a repair did. */
  publish: (school: string, receipt: Receipt) => void
}

/** As many as the list shows unless somebody chooses more. */
const TALLIED_DAYS = 90

type SessionOptions = Pick<PassesOptions, 'endpoint' | 'shop'>

const sessions = new WeakMap<SanityClient, Map<string, PassesSession>>()

/** The session of a Studio client; the tool and the inspector of one Studio get the same. */
export function passesSession(client: SanityClient, options: SessionOptions): PassesSession {
  const {endpoint} = options
  const known = sessions.get(client) ?? new Map<string, PassesSession>()
  sessions.set(client, known)
  const session = known.get(endpoint) ?? createPassesSession(client, options)
  known.set(endpoint, session)
  return session
}

function createPassesSession(client: SanityClient, {endpoint, shop}: SessionOptions): PassesSession {
  const token = () => studioToken(client)
  const api = createApi({endpoint, token})
  const lake = shareLake(studioLake(client))
  const activities = new Map<string, ActivityStore>()
  const books = new Map<string, HealthBook>()
  const purchases = new Map<string, PurchaseWatch>()
  const schools = createResource(() => api.call(ENDPOINTS.schools, {params: {}}))
  const engine = createPageEngine({
    start: startEngine,
    // A worker stands at no address of its own that a path could begin at.
    endpoint: new URL(endpoint, globalThis.location.origin).href.replace(/\/$/, ''),
    token,
    lake,
    onWake,
    // What is real money, and whose application took it, is the function's to say.
    setting() {
      const known = schools.getSnapshot()
      if (known.state !== 'ready') return {application: null}
      const {live, application = null} = known.value
      return {live, application}
    },
    now: () => Date.now(),
  })

  return {
    api,
    schools,
    engine,
    tallies: createTallies((school) => engine.school(school, TALLIED_DAYS)),
    names: createNameBook((ids) =>
      client.fetch<unknown>(NAMES, {ids}, {perspective: 'published', tag: 'passes.names'}),
    ),
    activity(school, batch) {
      const key = JSON.stringify([school, batch])
      const read = (after: string | undefined) =>
        api.call(ENDPOINTS.records, {params: {school}, query: {after, batch: batch ?? undefined}})
      const store = activities.get(key) ?? createActivityStore({read, lake})
      activities.set(key, store)
      return store
    },
    health(school) {
      const params = {school}
      const book =
        books.get(school) ??
        createHealthBook({
          examine: () => api.call(ENDPOINTS.health, {params}),
          notice: () => api.call(ENDPOINTS.notices, {params}),
          onWake,
          now: () => Date.now(),
        })
      books.set(school, book)
      return book
    },
    purchase(school) {
      const watch = purchases.get(school) ?? watchPurchase(api, school)
      purchases.set(school, watch)
      return watch
    },
    shop,
    publish: engine.apply,
  }
}

function watchPurchase(api: Api, school: string): PurchaseWatch {
  return createPurchaseWatch({
    read: ({since, pass}) =>
      api.call(ENDPOINTS.purchase, {
        params: {school},
        query: {since: since === null ? undefined : toIso(since), pass: pass ?? undefined},
      }),
    kept: keptText(`purchase ${school}`),
    onWake,
  })
}
