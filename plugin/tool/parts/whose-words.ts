import type {FirstText} from '../../i18n/use-first-text.ts'
import type {EntryParties} from '../../engine/entry-parties.ts'

/** Whom an entry is about: `Ada Lindqvist · Open week Trial Pass`. */
export function whoseWords(
  {studentName, passName}: Pick<EntryParties, 'studentName' | 'passName'>,
  text: FirstText,
): string {
  return text('repair.done_for', {
    student: studentName ?? text('entry.nobody'),
    pass: passName ?? text('entry.no_pass_named'),
  })
}
