import type {Facts} from '../core/contract/facts.ts'
import type {Fault} from '../core/contract/fault.ts'
import type {Reconciliation} from '../core/contract/reconciliation.ts'
import type {Receipt} from '../core/contract/repair.ts'
import {createDesk} from './desk.ts'
import type {SchoolTold, Watched} from './messages.ts'
import {createMirror, type Ear, type Mirror} from './mirror.ts'
import type {Ask} from './questions.ts'
import {openLine, type PageLine, type PageOptions} from './page-line.ts'
import * as shown from './shown.ts'
import type {StudentTold} from './student-view.ts'

/** The engine, as the page that shows what it finds knows it. */
export type PageEngine = {
  /** A school's payments of the last so many days beside what is held, kept true. */
  school: (school: string, days: number) => Mirror<shown.SchoolShown>
  /** One student's part of it; without `days` a glance, which never asks Stripe again by itself. */
  student: (of: {school: string; student: string; days: number | null}) => Mirror<shown.StudentShown>
  /** The verdicts on facts, as the function would give them. */
  judge: (facts: Facts) => Promise<Reconciliation>
  /** Asks the function. */
  ask: Ask
  /** Tells every screen of that school what a repair did. */
  apply: (school: string, receipt: Receipt) => void
}

type Heard =
  ({kind: 'school'; what: Watched} & Ear<SchoolTold>) | ({kind: 'student'; what: Watched} & Ear<StudentTold>)

/** Starts an engine when it is first needed. One that broke is started anew when somebody reads again. */
export function createPageEngine(options: PageOptions): PageEngine {
  const ears = new Map<number, Heard>()
  const mirrors = createMirrors((heard) => watch(heard))
  let line: PageLine | null = null
  let lastId = 0

  const open = (): PageLine => {
    if (line !== null) return line
    line = openLine(options, {
      onTold(told) {
        const ear = ears.get(told.id)
        if (told.say === 'school' && ear?.kind === 'school') ear.hear(told.told)
        if (told.say === 'student' && ear?.kind === 'student') ear.hear(told.told)
      },
      onBroken(fault: Fault) {
        line = null
        for (const ear of ears.values()) ear.breakOff(fault)
      },
    })
    for (const [id, {what}] of ears) line.post({say: 'watch', id, what})
    return line
  }
  const watch = (heard: Heard) => {
    lastId += 1
    const id = lastId
    const known = open()
    ears.set(id, heard)
    known.post({say: 'setting', setting: options.setting()})
    known.post({say: 'watch', id, what: heard.what})
    return {
      refresh() {
        // A new line watches everything anew, which reads it.
        if (line === null) open()
        else line.post({say: 'refresh', id})
      },
      end() {
        ears.delete(id)
        line?.post({say: 'unwatch', id})
      },
    }
  }
  return {
    ...mirrors,
    judge: (facts) => open().judge(facts),
    ask: (...question) => open().ask(...question),
    apply: (school, receipt) => line?.post({say: 'apply', school, receipt}),
  }
}

type Watching = (heard: Heard) => {refresh: () => void; end: () => void}

/** One mirror for whoever looks at the same. */
function createMirrors(watch: Watching): Pick<PageEngine, 'school' | 'student'> {
  const schools = new Map<string, Mirror<shown.SchoolShown>>()
  const students = new Map<string, Mirror<shown.StudentShown>>()
  return {
    school: (school, days) =>
      once(schools, JSON.stringify([school, days]), () => {
        const desk = createDesk()
        return createMirror<SchoolTold, shown.SchoolShown>({
          loading: {state: 'loading', progress: null},
          next: (held, told) => shown.schoolShown(held, told, desk),
          broken: shown.schoolBroken,
          watch: (ear) => watch({kind: 'school', what: {school, days, student: null}, ...ear}),
        })
      }),
    student: ({school, student, days}) =>
      once(students, JSON.stringify([school, student, days]), () =>
        createMirror<StudentTold, shown.StudentShown>({
          loading: {state: 'loading', progress: null},
          next: shown.studentShown,
          broken: shown.studentBroken,
          watch: (ear) => watch({kind: 'student', what: {school, days, student}, ...ear}),
        }),
      ),
  }
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
