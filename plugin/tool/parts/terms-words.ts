import type {EntitlementCreation} from '../../core/contract/change.ts'
import type {FullWording} from './use-full-wording.ts'

/** What a pass that is made gives: `10 classes · 12 Sep 2026 to 12 Oct 2026`. */
export function termsWords(
  {classesLeft, starts, ends}: EntitlementCreation['fields'],
  {text, times}: FullWording,
): string {
  const classes =
    classesLeft === undefined ? text('entry.unlimited') : text('entry.classes', {count: classesLeft})
  if (starts === undefined || ends === undefined) return classes
  return `${classes} · ${text('entry.from_until', {from: times.date(starts), until: times.date(ends)})}`
}
