import {type Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {ENDPOINTS} from '../plugin/core/contract/endpoints.ts'
import {QUERIES} from '../plugin/core/contract/queries.ts'
import {factsPart, type FactsPart} from '../plugin/core/contract/facts.ts'
import {Fault} from '../plugin/core/contract/fault.ts'
import {answerFault, toFaultBody} from './answer-fault.ts'
import {answerJson, readId, readQuery} from './answer-json.ts'
import {answerStream} from './answer-stream.ts'
import {type AppEnvironment, demandContract, keepLog, keepPrivate, onlyOrigins} from './around-requests.ts'
import type {ConfigProblem} from './config.ts'
import {endOf} from './end-of.ts'
import {addRepairRoutes} from './repair-routes.ts'
import {addSyncRoutes} from './sync-routes.ts'
import type {Door, Entrance} from './door.ts'
import {streamFacts} from './handlers/facts.ts'
import {toRange} from './handlers/facts-cursor.ts'
import {health} from './handlers/health/health.ts'
import {notices} from './handlers/health/notices.ts'
import {overview} from './handlers/overview.ts'
import {payment} from './handlers/payment.ts'
import {purchase} from './handlers/purchase/purchase.ts'
import {schools} from './handlers/schools.ts'
import {student} from './handlers/student.ts'
import {describeBug, type Log} from './request-log.ts'
import {addWebhookRoute} from './webhook-route.ts'
import {sentencesOf} from './wrong-settings.ts'

const LARGEST_BODY = 16 * 1_024
/** Fifty rows, each with as long a reason as is allowed. */
const LARGEST_BATCH = 256 * 1_024
const MANY = /\/(previews|repairs\/batch)$/

type Asked = Context<AppEnvironment>

export type AppOptions = {
  /** Null where the settings are wrong: then every request is answered with what is wrong. */
  door: Door | null
  problems: readonly ConfigProblem[]
  origins: readonly string[]
  /** The fingerprint of the school's own schema; null where the settings are wrong. */
  schema: string | null
  now: () => number
  log: Log
}

/** The routes as a value: a host is a line around `app.fetch`, and a test calls it as it is. */
export function createApp({door, problems, origins, schema, now, log}: AppOptions): Hono<AppEnvironment> {
  const app = new Hono<AppEnvironment>()
  app.use(keepLog({now, log}), keepPrivate())
  const openDoor = (): Door => {
    if (!door) throw misconfigured(problems)
    return door
  }
  addWebhookRoute(app, {door: openDoor, now, noteFault})
  addSyncRoutes(app, {door: openDoor, noteFault})
  app.use(onlyOrigins(origins), demandContract(schema))
  app.use(async (context, next) => {
    const maxSize = MANY.test(context.req.path) ? LARGEST_BATCH : LARGEST_BODY
    return bodyLimit({maxSize, onError: (refused) => tooLarge(refused, maxSize)})(context, next)
  })

  const enter = (context: Asked, route: string): Promise<Entrance> => {
    const notes = context.get('notes')
    notes.route = route
    return openDoor().person(context.req.header('authorization') ?? null, notes)
  }
  const about = async (context: Asked, route: string) =>
    (await enter(context, route)).about(readId(context, 'school'))

  app.get(ENDPOINTS.schools.path, async (context) => {
    const entrance = await enter(context, ENDPOINTS.schools.path)
    return answerJson(ENDPOINTS.schools.answer, await schools(entrance))
  })
  app.get(ENDPOINTS.overview.path, async (context) => {
    const entrance = await enter(context, ENDPOINTS.overview.path)
    return answerJson(ENDPOINTS.overview.answer, await overview({...entrance, now}))
  })
  app.get(ENDPOINTS.facts.path, async (context) => {
    const entrance = await enter(context, ENDPOINTS.facts.path)
    const of = entrance.about(readId(context, 'school'))
    const range = toRange(readQuery(context, QUERIES.facts), of.now())
    const toLast = (error: unknown): FactsPart => ({part: 'fault', error: noteFault(context, error)})
    return answerStream(factsPart, (send) => streamFacts(of, range, send), {
      toLast,
      // What is still being read would be read for nobody.
      onGone: entrance.stop,
      onEnd: endOf(context),
    })
  })
  app.get(ENDPOINTS.student.path, async (context) => {
    const of = await about(context, ENDPOINTS.student.path)
    return answerJson(ENDPOINTS.student.answer, await student(of, readId(context, 'student')))
  })
  app.get(ENDPOINTS.payment.path, async (context) => {
    const of = await about(context, ENDPOINTS.payment.path)
    return answerJson(ENDPOINTS.payment.answer, await payment(of, readId(context, 'payment')))
  })
  app.get(ENDPOINTS.health.path, async (context) => {
    const entrance = await enter(context, ENDPOINTS.health.path)
    return answerJson(ENDPOINTS.health.answer, await health(entrance.examine(readId(context, 'school'))))
  })
  app.get(ENDPOINTS.notices.path, async (context) => {
    const entrance = await enter(context, ENDPOINTS.notices.path)
    return answerJson(ENDPOINTS.notices.answer, await notices(entrance.examine(readId(context, 'school'))))
  })
  app.get(ENDPOINTS.purchase.path, async (context) => {
    const entrance = await enter(context, ENDPOINTS.purchase.path)
    const of = entrance.examine(readId(context, 'school'))
    const {since, pass = null} = readQuery(context, QUERIES.purchase)
    const from = since === undefined ? null : Date.parse(since)
    return answerJson(ENDPOINTS.purchase.answer, await purchase(of, {since: from, pass}))
  })
  addRepairRoutes(app, {about, noteFault})
  app.notFound((context) => {
    const fault = door ? new Fault('not_found', 'no such endpoint') : misconfigured(problems)
    return answerError(context, fault)
  })
  app.onError((error, context) => answerError(context, error))
  return app
}

function answerError(context: Asked, error: unknown): Response {
  return answerFault(noteFault(context, error))
}

function noteFault(context: Asked, error: unknown) {
  const body = toFaultBody(error, context.get('requestId'))
  const notes = context.get('notes')
  notes.code = body.code
  // Only its own sentence: it names settings, and what a far side wrote about them stays out.
  if (body.code === 'misconfigured') notes.bug = body.message
  if (!(error instanceof Fault)) notes.bug = describeBug(error)
  return body
}

function tooLarge(context: Context, maxSize: number): Response {
  return answerError(context, new Fault('payload_too_large', `a body may have ${maxSize} bytes`))
}

/** Names every setting that is wrong, never a value. */
function misconfigured(problems: readonly ConfigProblem[]): Fault {
  const sentences = sentencesOf(problems)
  return new Fault('misconfigured', sentences.join('; '), {
    settings: problems.map(({setting}) => setting).join(', '),
  })
}
