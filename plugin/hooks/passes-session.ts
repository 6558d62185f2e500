import type {SanityClient} from 'sanity'
import type {SchoolsAnswer} from '../core/contract/endpoints.ts'
import type {Receipt} from '../core/contract/repair.ts'
import type {StudioSchema} from '../core/documents/studio-schema.ts'
import {createPageEngine, type PageEngine} from '../engine/page-engine.ts'
import type {Ask} from '../engine/questions.ts'
import {startEngine} from '../engine/start-engine.ts'
import {createHealthBook, type HealthBook} from '../live/health-book.ts'
import {shareLake, type Lake} from '../live/lake.ts'
import {createResource, type Resource} from '../live/resource.ts'
import type {PassesOptions} from '../options.ts'
import {onWake} from './on-wake.ts'
import {studioLake} from './studio-lake.ts'
import {studioToken} from './studio-token.ts'

/** What every screen of one Studio shares: the function, and the facts that were read of it. */
export type PassesSession = {
  /** What the school's own types and fields are called. */
  schema: StudioSchema
  /** Asks the function. */
  ask: Ask
  schools: Resource<SchoolsAnswer>
  /** Reads and judges what schools and students show. */
  engine: PageEngine
  /** What happens in the Content Lake. */
  lake: Lake
  /** Reads what documents are called. */
  readNames: (ids: readonly string[]) => Promise<unknown>
  /** How the school's installation fares. */
  health: (school: string) => HealthBook
  /** Where students buy, with `{school}` in place of the slug; null where nobody has said. */
  shop: string | null
  /** Tells every screen of that school what a repair did. */
  publish: (school: string, receipt: Receipt) => void
}

type SessionOptions = Pick<PassesOptions, 'endpoint' | 'shop'>

const sessions = new WeakMap<SanityClient, Map<string, PassesSession>>()

/** The session of a Studio client; the tool and the inspector of one Studio get the same. */
export function passesSession(
  client: SanityClient,
  options: SessionOptions,
  schema: StudioSchema,
): PassesSession {
  const known = sessions.get(client) ?? new Map<string, PassesSession>()
  sessions.set(client, known)
  const key = JSON.stringify([options.endpoint, schema.fingerprint])
  const session = known.get(key) ?? createPassesSession(client, options, schema)
  known.set(key, session)
  return session
}

function createPassesSession(
  client: SanityClient,
  {endpoint, shop}: SessionOptions,
  schema: StudioSchema,
): PassesSession {
  const token = () => studioToken(client)
  const lake = shareLake(studioLake(client, schema))
  const books = new Map<string, HealthBook>()
  const schools = createResource(() => engine.ask('schools', {}))
  const engine = createPageEngine({
    start: startEngine,
    // A worker stands at no address of its own that a path could begin at.
    endpoint: new URL(endpoint, globalThis.location.origin).href.replace(/\/$/, ''),
    token,
    schema: schema.fingerprint,
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
    schema,
    ask: engine.ask,
    schools,
    engine,
    lake,
    readNames: (ids) =>
      client.fetch<unknown>(schema.studio.names, {ids}, {perspective: 'published', tag: 'passes.names'}),
    health(school) {
      const book =
        books.get(school) ??
        createHealthBook({
          examine: () => engine.ask('health', {school}),
          notice: () => engine.ask('notices', {school}),
          onWake,
          now: () => Date.now(),
        })
      books.set(school, book)
      return book
    },
    shop,
    publish: engine.apply,
  }
}
