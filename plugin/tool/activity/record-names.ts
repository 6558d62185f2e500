import type {KeptRecord} from '../../core/contract/repair.ts'
import {readWritten} from '../../core/documents/read-written.ts'
import {writtenBy} from '../../core/documents/written-by.ts'
import type {Text} from '../../i18n/use-text.ts'
import type {Named} from '../../live/name-book.ts'

/** The documents that a record speaks of: students, catalogue passes, and the passes themselves. */
export function idsIn(record: KeptRecord): string[] {
  const written = writtenBy(record) ?? []
  const named = written
    .flatMap(({before, after}) => [before ?? {}, after].flatMap(readWritten))
    .filter(({field}) => field === 'student' || field === 'pass' || field === 'upgradedToPass')
    .map(({value}) => value)
    .filter((value) => typeof value === 'string')
  const own = [record.student, ...record.entitlements].filter((id) => id !== null)
  return [...new Set([...own, ...named])]
}

/** What a record did, in words: `Pass granted`, `Undone: Grant pass`. */
export function didWords({kind, undoes, subject}: KeptRecord, text: Text): string {
  if (undoes !== null) return text('activity.undid', {what: text(`verb.${kind}`)})
  return text(subject !== null && 'request' in subject ? 'did.gift' : `did.${kind}`)
}

/** Whom a record is about: `Ada Lindqvist · Open week Trial Pass`. */
export function whoseWords(
  {student, entitlements}: KeptRecord,
  names: ReadonlyMap<string, Named>,
  text: Text,
): string {
  const person = student === null ? undefined : names.get(student)
  const who = person?.name?.trim() || person?.email || student || text('activity.student_unknown')
  const passes = new Set(entitlements.flatMap((id) => names.get(id)?.name?.trim() || []))
  return [who, ...passes].join(' · ')
}
