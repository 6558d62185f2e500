import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'

/** `Waiting for the student · Asked which email she paid with · Ingrid, 12 Sep 2026, 10:31` */
export function remarkWords(
  {waiting, text: said, by, at}: NonNullable<Row['remark']>,
  {text, times}: Wording,
): string {
  const who = text('entry.repaired', {who: by, when: times.dateTime(at)})
  return [waiting ? text('remark.waits') : null, said, who].filter((words) => words !== null).join(' · ')
}
