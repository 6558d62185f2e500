import type {Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {FAULTS, Fault, type FaultBody} from '../plugin/core/contract/fault.ts'
import {type SchoolSync, SYNC_ENDPOINTS} from '../plugin/core/contract/sync.ts'
import {answerFault} from './answer-fault.ts'
import {answerJson, readBody, readId} from './answer-json.ts'
import type {AppEnvironment} from './around-requests.ts'
import type {Door} from './door.ts'
import {schoolsOf} from './sync/schools-of.ts'
import {syncSchools} from './sync/sync-schools.ts'
import {syncStudent} from './sync/sync-student.ts'

const LARGEST_BODY = 16 * 1_024

type Asked = Context<AppEnvironment>

/** What the routes need of the app: the way in, and how a failure is told and logged. */
type Around = {
  /** Throws where the settings are wrong. */
  door: () => Door
  noteFault: (context: Asked, error: unknown) => FaultBody
}

/**
 * What machines ask for: a scheduler for schools, the platform's own server for one student. They are known by a secret,
 * and know nothing of Studios and their versions: this stands in front of everything that is for browsers.
 */
export function addSyncRoutes(app: Hono<AppEnvironment>, {door, noteFault}: Around): void {
  const {sync, studentSync} = SYNC_ENDPOINTS
  const tooLarge = new Fault('payload_too_large', `a body may have ${LARGEST_BODY} bytes`)
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (context) => answerFault(noteFault(context, tooLarge)),
  })

  app.post(sync.path, limit, async (context) => {
    const entrance = await enter(context, sync.path, 'SYNC_SECRET')
    const {schools: named = null, write = false, every = null} = await readBody(context, sync.body)
    const schools = await syncSchools(
      schoolsOf(entrance, context.get('notes'), (error) => noteFault(context, error)),
      named,
      {write, every, keep: true, since: null},
    )
    const fault = schools.map(faultOf).find((one) => one !== null)
    return answerJson(sync.answer, {schools}, fault ? (FAULTS[fault.code].status ?? 500) : 200)
  })

  app.post(studentSync.path, limit, async (context) => {
    const entrance = await enter(context, studentSync.path, 'STUDENT_SYNC_SECRET')
    const school = readId(context, 'school')
    const student = readId(context, 'student')
    const {write = false} = await readBody(context, studentSync.body)
    const schools = schoolsOf(entrance, context.get('notes'), (error) => noteFault(context, error))
    context.get('notes').school = school
    return answerJson(studentSync.answer, await syncStudent(await schools.way(school), student, write))
  })

  async function enter(
    context: Asked,
    route: string,
    secret: 'SYNC_SECRET' | 'STUDENT_SYNC_SECRET',
  ): Promise<Door> {
    context.get('notes').route = route
    const entrance = door()
    await entrance.demandSecret(secret, context.req.header('authorization') ?? null)
    return entrance
  }
}

/** A repair that did not go through makes a run a failure too: whoever started it is to hear of it. */
function faultOf(one: SchoolSync): FaultBody | null {
  return 'error' in one ? one.error : (one.report.failed[0]?.error ?? null)
}
