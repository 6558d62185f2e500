import type {Entitlement} from '../contract/entitlement.ts'
import type {Instant} from '../contract/instant.ts'
import type {Language, MessageSetup, StudentMessage} from '../contract/message.ts'
import type {School} from '../contract/school.ts'
import type {Student} from '../contract/student.ts'
import {mailAddress} from './mail-address.ts'
import {plainLine} from './plain-line.ts'
import {classesWords, fillLines, type Field} from './templates.ts'

const LOCALES: Record<Language, string> = {en: 'en-GB', nb: 'nb-NO'}
const SLUG = /^[a-z0-9-]+$/i

export type MessageFacts = {
  entitlement: Pick<Entitlement, 'passName' | 'classesLeft' | 'type' | 'ends' | 'active'>
  school: Pick<School, 'name' | 'slug' | 'country' | 'timeZone'>
  /** Whose pass it is; the address is taken from nowhere else. Null where nobody is known. */
  student: Pick<Student, 'email'> | null
}

/**
 * Whether there is something good to tell of a pass: it is switched on, has not ended, and has a name.
 *
 * @example isWorthTelling(entitlement, now) // the same as composeMessage(…) !== null, without composing it
 */
export function isWorthTelling(
  {passName, ends, active}: Pick<Entitlement, 'passName' | 'ends' | 'active'>,
  now: Instant,
): boolean {
  // An end that cannot be read may have passed.
  const isOn = ends === null || (ends.at !== null && ends.at > now)
  return active && isOn && plainLine(passName ?? '') !== ''
}

/**
 * What to tell a student of a pass: Norwegian at a Norwegian school, else English. Null where there is nothing good to
 * tell.
 *
 * @example composeMessage({entitlement, school, student}, OWN_SETUP, now)?.subject // 'Your pass is ready: Open week Trial Pass'
 */
export function composeMessage(
  {entitlement, school, student}: MessageFacts,
  {templates, link}: MessageSetup,
  now: Instant,
): StudentMessage | null {
  if (!isWorthTelling(entitlement, now)) return null
  const end = entitlement.ends?.at ?? null
  const language = school.country === 'NO' ? 'nb' : 'en'
  const values: Record<Field, string | null> = {
    pass: plainLine(entitlement.passName ?? ''),
    classes: classesOf(entitlement, language),
    until: end === null ? null : dayOf(end, school.timeZone, language),
    school: plainLine(school.name),
    link: linkTo(school, link),
  }
  const {subject, text} = templates[language]
  return {
    language,
    to: mailAddress(student?.email ?? null),
    subject: fillLines(subject, values),
    text: fillLines(text, values),
  }
}

function classesOf({classesLeft, type}: MessageFacts['entitlement'], language: Language): string | null {
  if (classesLeft === null) return type === 'monthly' ? classesWords(null, language) : null
  return classesWords(classesLeft, language)
}

/** The last day that it is good for: what ends at midnight ends the day before. */
function dayOf(end: Instant, timeZone: string, language: Language): string {
  const format = {day: 'numeric', month: 'long', year: 'numeric', timeZone} as const
  return new Intl.DateTimeFormat(LOCALES[language], format).format(end - 1)
}

// A slug is the school's own text: only what can be nothing but a name may decide where a link leads.
function linkTo({slug}: MessageFacts['school'], link: string | null): string | null {
  if (link === null || !link.includes('{slug}')) return link
  return slug !== null && SLUG.test(slug) ? link.replaceAll('{slug}', slug) : null
}
