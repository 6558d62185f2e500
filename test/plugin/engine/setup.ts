import {PLATFORM_SCHEMA} from '../../../plugin/core/documents/school-schema.ts'
import {expect, onTestFinished} from 'vitest'
import type {Far} from '../../../plugin/api/send.ts'
import {Fault} from '../../../plugin/core/contract/fault.ts'
import {createEngine} from '../../../plugin/engine/engine.ts'
import type {ToPage} from '../../../plugin/engine/messages.ts'
import type {Mirror} from '../../../plugin/engine/mirror.ts'
import {createPageEngine} from '../../../plugin/engine/page-engine.ts'
import type {SchoolShown, StudentShown} from '../../../plugin/engine/shown.ts'
import type {LineOptions} from '../../../plugin/engine/start-engine.ts'
import {studioLake} from '../../../plugin/hooks/studio-lake.ts'
import {shareLake} from '../../../plugin/live/lake.ts'
import {tove} from '../../functions/people.ts'
import {setup as startFunction, type Setup} from '../../functions/setup.ts'

const SCHOOL = 'tenantT'
const DAYS = 90

/** Pages of one Studio beside each other, over a function, a lake and a Stripe of their own. */
export async function setup(options: Parameters<typeof startFunction>[0] = {}) {
  const far = await startFunction(options)
  return {...far, page: (alone: {isAlone?: boolean} = {}) => page(far, alone)}
}

/** A page and its engine, which watches the school unless `isAlone`, with a line between them that carries what a worker's would: copies. */
function page({handler, now, studio}: Setup, {isAlone = false}: {isAlone?: boolean}) {
  const far: Far & {schema: string} = {
    schema: '',
    endpoint: 'https://function.example.com',
    token: () => Promise.resolve(tove.token),
    fetch: (input, init) => handler(new Request(input, init)),
    wait: () => Promise.resolve(),
  }
  const told: ToPage[] = []
  let engines = 0
  let breakNow: LineOptions['onBroken'] = () => undefined
  const engine = createPageEngine({
    ...far,
    start({hear, onBroken}) {
      engines += 1
      let isBroken = false
      breakNow = (fault) => {
        isBroken = true
        onBroken(fault)
      }
      const say = createEngine((message) => {
        if (isBroken) return
        told.push(message)
        hear(structuredClone(message))
      }, far)
      return {post: (message) => say(structuredClone(message))}
    },
    lake: shareLake(studioLake(studio(), PLATFORM_SCHEMA)),
    onWake: () => () => undefined,
    setting: () => ({application: null}),
    now: () => now.at,
  })
  const mirror = engine.school(SCHOOL, DAYS)
  const school = isAlone ? unwatched(mirror) : watched(mirror)
  return {
    engine,
    told,
    engines: () => engines,
    break: () => breakNow(new Fault('internal', 'the engine broke', {in: 'browser'})),
    ...school,
    ready: () => ready(school.state()),
    verdictOf: (key: string) => verdictIn(school.state(), key),
    shows: async (key: string, verdict: string | null): Promise<void> => {
      await expect.poll(() => verdictIn(school.state(), key), {timeout: 20_000}).toBe(verdict)
    },
    student: (student: string) => watched(engine.student({school: SCHOOL, student, days: DAYS})),
    glance: (student: string) => watched(engine.student({school: SCHOOL, student, days: null})),
    async grant(payment: string) {
      const body = {subject: {payment}, kind: 'grant'} as const
      const {plan} = await engine.ask('preview', {school: SCHOOL, body})
      engine.apply(SCHOOL, await engine.ask('repair', {school: SCHOOL, body: {...body, plan}}))
    },
  }
}

function ready(state: SchoolShown): Extract<SchoolShown, {state: 'ready'}> {
  if (state.state !== 'ready') throw new Error(`the school is ${state.state}`)
  return state
}

function watched<State extends SchoolShown | StudentShown>(mirror: Mirror<State>) {
  const states: State[] = []
  onTestFinished(mirror.subscribe(() => void states.push(mirror.getSnapshot())))
  return {states, state: mirror.getSnapshot, refresh: mirror.refresh}
}

function unwatched(mirror: Mirror<SchoolShown>): ReturnType<typeof watched<SchoolShown>> {
  return {states: [], state: mirror.getSnapshot, refresh: mirror.refresh}
}

function verdictIn(state: SchoolShown, key: string): string | null {
  if (state.state !== 'ready') return state.state
  return state.desk.rows.find(({entry}) => entry.key === key)?.entry.verdict ?? null
}
