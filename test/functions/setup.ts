import {createClient} from '@sanity/client'
import {expect, onTestFinished} from 'vitest'
import {z} from 'zod'
import type {RobotName} from '../../functions/access/robot-actor.ts'
import {parseConfig} from '../../functions/config.ts'
import {createDoor} from '../../functions/door.ts'
import type {RequestCase} from '../../functions/handlers/request-case.ts'
import {createHandler, type LogLine, type MessageOptions, type Patience} from '../../functions/index.ts'
import {PATIENCE} from '../../functions/patience.ts'
import {emptyNotes} from '../../functions/request-log.ts'
import {CONTRACT_HEADER, contractOf} from '../../plugin/core/contract/endpoints.ts'
import {type FactsPart, factsPart} from '../../plugin/core/contract/facts.ts'
import {faultBody} from '../../plugin/core/contract/fault-schema.ts'
import {PLATFORM_SCHEMA} from '../../plugin/core/documents/school-schema.ts'
import {type LakeDocument, type LakePerson, startLake} from '../../studio/local/lake/start-lake.ts'
import {isLakeDocument} from '../../studio/local/lake/lake-document.ts'
import {account} from '../../studio/local/stripe/objects/account.ts'
import {checkoutSession, type SessionWords} from '../../studio/local/stripe/objects/checkout-session.ts'
import {readOnlyPermissions} from '../../studio/local/stripe/permissions.ts'
import {startStripe, type StripeSeed} from '../../studio/local/stripe/start-stripe.ts'
import base from '../scenarios/fixtures/base.json' with {type: 'json'}
import {schemaOf, type OwnSchema} from '../support/own-schema.ts'
import {repeatedIn} from '../support/repeated-in.ts'
import {access, people, robot, tove} from './people.ts'

export const NOW = Date.parse('2026-03-10T12:00:00Z')
export const KEY = 'rk_live_readsWhatTheFunctionReads'

const accounts: StripeSeed['accounts'] = [
  {account: account({id: 'acct_platform', name: 'Pass platform'})},
  {account: account({id: 'acct_A', name: 'Nordlys Dance'}), platform: 'acct_platform'},
  {account: account({id: 'acct_B', name: 'Havn Dance', country: 'FI'}), platform: 'acct_platform'},
]

/** Ada buys a clip card of Nordlys Dance, ten days ago. */
export function sale(words: Partial<SessionWords> = {}) {
  return checkoutSession({
    account: 'acct_A',
    createdAt: '2026-03-01T10:00:00Z',
    amount: 200_000,
    email: 'ada.lind@example.com',
    name: 'Ada Lind',
    description: '10 Single Clip Card',
    metadata: adaBuys('P3'),
    productMetadata: adaBuys('P3'),
    ...words,
  })
}

/** What today's platform writes on a session, here for Ada. */
export function adaBuys(pass: string, more: Record<string, string> = {}) {
  return {
    type: 'pass_purchase',
    passId: pass,
    passType: 'multi',
    userId: 'user_A',
    tenantId: 'tenantT',
    ...more,
  }
}

/** The pass that the platform makes for Ada's clip card. */
export function held(words: Record<string, unknown> = {}): LakeDocument {
  return {
    _id: 'sub1',
    _type: 'subscription',
    _createdAt: '2026-03-01T10:01:00Z',
    _updatedAt: '2026-03-01T10:01:00Z',
    user: {_type: 'reference', _ref: 'u1'},
    tenant: {_type: 'reference', _ref: 'tenantT'},
    type: 'clipcard',
    startDate: '2026-03-01T10:00:00.000Z',
    endDate: '2026-05-30T10:00:00.000Z',
    passId: 'P3',
    passName: '10 Single Clip Card',
    purchasePrice: 2000,
    remainingClips: 10,
    isActive: true,
    ...words,
  }
}

export type Setup = Awaited<ReturnType<typeof setup>>

/** A function over a lake and a Stripe of its own, on a day in March, for one test. */
export async function setup({
  documents = [],
  sessions = [],
  environment = {},
  message,
  basePath = '',
  patience,
  keys = [{key: KEY, permissions: readOnlyPermissions}],
  webhookEndpoints = [],
  visibility = 'private',
  members = people,
  probeLoopback = false,
  own,
}: {
  documents?: LakeDocument[]
  sessions?: ReturnType<typeof sale>[]
  /** Settings that differ; undefined takes one away. */
  environment?: Record<string, string | undefined>
  message?: MessageOptions
  basePath?: string
  patience?: Patience
  keys?: StripeSeed['keys']
  webhookEndpoints?: StripeSeed['webhookEndpoints']
  visibility?: 'private' | 'public'
  /** Who is known to the lake, the function's robot among them. */
  members?: LakePerson[]
  probeLoopback?: boolean
  /** By whose names the documents lie in the lake; they are given, and read again, by the platform's. */
  own?: OwnSchema
} = {}) {
  const schema = own === undefined ? PLATFORM_SCHEMA : schemaOf(own)
  const seeded = [...base.documents, ...documents]
  const now = {at: NOW}
  // Stripe's limits need a clock that runs.
  const started = performance.now()
  const stripe = await startStripe(
    {accounts, keys, sessions, webhookEndpoints},
    {now: () => now.at + performance.now() - started},
  )
  const lake = await startLake(
    {documents: own === undefined ? seeded : seeded.map(own.as), people: members},
    {now: () => new Date(now.at), visibility},
  )
  const lines: LogLine[] = []
  const settings = {
    STRIPE_SECRET_KEY: KEY,
    LIVE: 'true',
    SANITY_PROJECT_ID: lake.projectId,
    SANITY_DATASET: lake.dataset,
    SANITY_WRITE_TOKEN: robot.token,
    SCHOOL_ACCESS: JSON.stringify(access),
    ALLOWED_ORIGINS: 'https://studio.example.com',
    ...environment,
  }
  const named = own === undefined ? {} : {documents: own.documents}
  const handlerWith = (given?: Patience) =>
    createHandler({
      environment: settings,
      ...named,
      basePath,
      ...(message && {message}),
      stripeApi: stripe.sdk,
      lakeHost: lake.url,
      probeLoopback,
      ...(given && {patience: given}),
      now: () => now.at,
      log: (line) => void lines.push(line),
    })
  const handler = handlerWith(patience)
  onTestFinished(async () => {
    await Promise.all([lake.close(), stripe.close()])
    const secret = {documents: seeded, people, sessions, secrets: [KEY]}
    expect(repeatedIn(JSON.stringify(lines), secret), 'personal data and secrets in the log').toEqual([])
    expect(lake.ledger.unknown, 'what the local lake was asked for and does not carry').toEqual([])
    expect(stripe.ledger.unknown, 'what the local Stripe was asked for and does not carry').toEqual([])
  })

  const sendTo =
    (to: (request: Request) => Promise<Response>) =>
    (path: string, options: CallOptions = {}): Promise<Response> => {
      const {as = tove, body, headers = {}, method = body === undefined ? 'GET' : 'POST', signal} = options
      const token = typeof as === 'string' ? as : as?.token
      return to(
        new Request(`https://function.example.com${path}`, {
          method,
          headers: {
            [CONTRACT_HEADER]: contractOf(schema.fingerprint),
            ...(token !== undefined && {authorization: `Bearer ${token}`}),
            ...(body !== undefined && {'content-type': 'application/json'}),
            ...headers,
          },
          ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
          ...(signal && {signal}),
        }),
      )
    }
  const send = sendTo(handler)
  const standing = (): LakeDocument[] => lake.documents().map(schema.read).filter(isLakeDocument)
  return {
    lake,
    stripe,
    lines,
    now,
    settings,
    handler,
    /** Another instance of the function, which waits for far sides as long as told. */
    handlerWith,
    sendTo,
    send,
    /** The function itself at work for Ada's school, without anybody who clicks. */
    robot: async (via: RobotName): Promise<RequestCase> => {
      const {config} = parseConfig(settings, named.documents)
      if (config === null) throw new Error('the settings of this test are wrong')
      const ways = {stripeApi: stripe.sdk, lakeHost: lake.url, patience: patience ?? PATIENCE}
      const door = createDoor({config, ...ways, now: () => now.at, probeLoopback})
      return (await door.robot(via, emptyNotes())).about('tenantT')
    },
    /** The fault that a request is answered with. */
    fault: async (path: string, options: CallOptions = {}) => {
      const response = await send(path, options)
      const {error} = z.object({error: faultBody}).parse(await response.json())
      return {status: response.status, headers: response.headers, ...error}
    },
    /** The parts of a school's stream of facts. */
    stream: async (query = '', options: CallOptions = {}) => partsOf(await send(`${FACTS}${query}`, options)),
    /** Somebody at work in the Studio meanwhile. */
    studio: () =>
      createClient({
        projectId: lake.projectId,
        dataset: lake.dataset,
        apiHost: lake.url,
        useProjectHostname: false,
        useCdn: false,
        apiVersion: '2025-02-19',
        token: tove.token,
      }),
    documents: standing,
    document: (id: string) => standing().find(({_id}) => _id === id),
    ofType: (type: string) => standing().filter(({_type}) => _type === type),
    /** Nothing that was started by asking is remembered: from here on calls are counted anew. */
    forgetCalls: () => {
      lake.ledger.requests.length = 0
      stripe.ledger.requests.length = 0
    },
  }
}

export type CallOptions = {
  /** A person, a token as it is, or null for nobody. */
  as?: LakePerson | string | null
  method?: string
  body?: unknown
  headers?: Record<string, string>
  /** Aborted when the browser goes away. */
  signal?: AbortSignal
}

export const SCHOOL = '/v1/schools/tenantT'
export const FACTS = `${SCHOOL}/facts`
export const PREVIEW = `${SCHOOL}/preview`
export const REPAIRS = `${SCHOOL}/repairs`

/** The parts of a stream, each as the contract has it. */
export async function partsOf(response: Response): Promise<FactsPart[]> {
  expect(response.headers.get('content-type')).toContain('application/x-ndjson')
  const lines = (await response.text()).split('\n').filter((line) => line !== '')
  return lines.map((line) => factsPart.parse(JSON.parse(line)))
}

/** All parts of one kind. */
export function only<Kind extends FactsPart['part']>(parts: FactsPart[], kind: Kind) {
  return parts.filter((part): part is Extract<FactsPart, {part: Kind}> => part.part === kind)
}

/** The one part of its kind. */
export function theOnly<Kind extends FactsPart['part']>(parts: FactsPart[], kind: Kind) {
  const [part, ...others] = only(parts, kind)
  if (!part || others.length > 0) throw new Error(`${others.length + (part ? 1 : 0)} parts are ${kind}`)
  return part
}
