import type {SanityClient, Schema, TFunction} from 'sanity'
import {isMismatch} from '../core/contract/verdict.ts'
import {PLATFORM_STUDIO, type StudioSchema} from '../core/documents/studio-schema.ts'
import type {Mirror} from '../engine/mirror.ts'
import type {StudentShown} from '../engine/shown.ts'
import {passesSession, type PassesSession} from '../hooks/passes-session.ts'
import {schoolSchemaOf} from '../hooks/school-schema-of.ts'
import {languageOf} from '../i18n/language.ts'
import {textOf} from '../i18n/text-of.ts'
import type {FirstText} from '../i18n/use-first-text.ts'
import type {Resource} from '../live/resource.ts'
import type {PassesOptions} from '../options.ts'
import {documentTypes} from '../schema/document-types.ts'
import {schoolsOfStudent} from '../tool/students/student-schools.ts'
import {whenIdle} from '../tool/parts/when-idle.ts'
import {timelineOf} from '../tool/students/timeline.ts'
import {holderOfEntitlement} from './entitlement-holder.ts'
import type {Glance, Mismatch} from './glance.ts'
import {glanceOf, misnamedGlance, unknownGlance} from './glance-of.ts'
import {createMayGlance} from './may-glance.ts'

/** The document that is open. */
type Glanced = {
  client: SanityClient
  /** The Studio's, which what it was told of the school's own types has to fit. */
  studio: Schema
  options: PassesOptions
  type: string
  id: string
  /** What it says, and in which words. */
  t: TFunction
  locale: string
}

const mayGlance = createMayGlance()

/** Looks into a document's payments and passes, and tells of what changes. Returns what ends it. */
export function watchGlance(of: Glanced, show: (glance: Glance) => void): () => void {
  const ends: (() => void)[] = []
  let isOver = false
  const look = async (text: FirstText) => {
    const schema = schemaThatFits(of)
    if (schema === null) {
      show(misnamedGlance(text))
      return
    }
    const session = passesSession(of.client, of.options, schema)
    const found = mayGlance(of.id, Date.now()) ? await holderAt(of, session) : null
    if (isOver) return
    if (found === null) {
      show(unknownGlance(text))
      return
    }
    const {student, schools} = found
    const mirrors = schools.map((school) => session.engine.student({school, student, days: null}))
    const tell = () => {
      const glance = glanceAt(of, student, mirrors, text)
      if (glance !== null) show(glance)
    }
    let endWaiting = () => {}
    // An inspector beside it is told at the same time, and what somebody has asked for comes first.
    const tellWhenIdle = () => {
      endWaiting()
      endWaiting = whenIdle(tell)
    }
    ends.push(() => endWaiting())
    for (const mirror of mirrors) ends.push(mirror.subscribe(tellWhenIdle))
    tell()
  }
  const watch = async () => {
    const text: FirstText = textOf(of.t, await languageOf(of.locale))
    try {
      await look(text)
    } catch {
      if (!isOver) show(unknownGlance(text))
    }
  }
  // Sentences that do not come leave the document as it was: the inspector needs the same, and says so.
  watch().catch(() => {})
  return () => {
    isOver = true
    for (const end of ends) end()
  }
}

/** Null where what the Studio was told of the school's own types does not hold: nothing true would be found. */
function schemaThatFits({studio, options: {documents}}: Glanced): StudioSchema | null {
  if (documents === undefined) return PLATFORM_STUDIO
  return schoolSchemaOf(documents, (name) => studio.get(name)).schema
}

/** Whose document it is, at which of the schools that the person may act for; null where at none. */
async function holderAt({client, options, type, id}: Glanced, session: PassesSession) {
  const lake = {client, schema: session.schema}
  const [{schools: allowed}, holder] = await Promise.all([
    settled(session.schools),
    isEntitlement({options, type})
      ? readNow(holderOfEntitlement(lake, id))
      : readNow(schoolsOfStudent(lake, id)).then((schools) => ({student: id, schools})),
  ])
  const schools = (holder?.schools ?? []).filter((named) => allowed.some((school) => school.id === named))
  const student = holder?.student ?? null
  return student === null || schools.length === 0 ? null : {student, schools}
}

/** A document that was opened before may name another school by now. */
function readNow<Value>(resource: Resource<Value>): Promise<Value> {
  resource.refresh()
  return settled(resource)
}

/** What a resource is told, when it is read and nobody reads it again. */
function settled<Value>(resource: Resource<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      const known = resource.getSnapshot()
      if (known.state === 'loading' || (known.state === 'ready' && known.refreshing)) return
      if (known.state === 'ready') resolve(known.value)
      else reject(known.fault)
      end()
    }
    const end = resource.subscribe(settle)
    settle()
  })
}

/** Null while something is still being read. */
function glanceAt(
  of: Glanced,
  student: string,
  mirrors: readonly Mirror<StudentShown>[],
  text: FirstText,
): Glance | null {
  const states = mirrors.map((mirror) => mirror.getSnapshot())
  if (states.some(({state}) => state === 'loading')) return null
  if (!states.every(isTrue)) return unknownGlance(text)
  return glanceOf(
    states.flatMap((view) => mismatchesOf(of, student, view)),
    text,
  )
}

/** Read, and not what was read before a reading that failed. */
function isTrue(view: StudentShown): boolean {
  if (view.state === 'ready') return view.stale === null && view.story.reconciliation.fault === null
  return view.state === 'unknown'
}

function mismatchesOf(of: Glanced, student: string, view: StudentShown) {
  if (view.state !== 'ready') return []
  const {facts, reconciliation} = view.story
  const {items, forOthers} = timelineOf(student, facts, reconciliation.entries, view)
  const shown = isEntitlement(of)
    ? [...items, ...forOthers].filter((item) => item.entitlements.some((held) => held.id === of.id))
    : items
  return shown.flatMap(({entry}): Mismatch[] =>
    entry === null || !isMismatch(entry.verdict) || entry.dismissed !== null ? [] : [{entry, facts}],
  )
}

function isEntitlement({options, type}: Pick<Glanced, 'options' | 'type'>): boolean {
  return type === documentTypes(options.documents).entitlement
}
