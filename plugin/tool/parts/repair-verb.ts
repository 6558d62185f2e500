import type {Entry} from '../../core/contract/entry.ts'
import type {Change} from '../../core/contract/change.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'
import {openQuestions} from './open-questions.ts'

/** What the one button of an entry says: named by its result. Null when nothing is proposed. */
export function repairVerb({repair, verdict, reasons}: Entry, text: FirstText): string | null {
  if (repair === null) return null
  if (repair.kind === 'grant') return grantVerb(repair.changes, text)
  if (repair.kind === 'choose') {
    // Without a question that a person could answer, the documents have to be looked at.
    const key = chooseKey({repair, reasons})
    return key === null ? null : text(key)
  }
  if (repair.kind === 'revoke') {
    if (verdict === 'refunded') return text('verb.revoke_refunded')
    if (verdict === 'duplicate') return text('verb.revoke_extra')
  }
  return text(`verb.${repair.kind}`)
}

/** What granting is called once it is known what would be made. */
export function grantVerb(changes: readonly Change[], text: FirstText): string {
  const made = changes.find((change) => 'create' in change)?.create.fields
  if (!made) return text('verb.grant')
  if (made.classesLeft === undefined) return text('verb.grant_unlimited')
  return text('verb.grant_classes', {count: made.classesLeft})
}

function chooseKey(entry: Pick<Entry, 'repair' | 'reasons'>) {
  const {student, pass, start} = openQuestions(entry)
  if (student !== null && pass !== null) return 'verb.choose_both'
  if (student !== null) return 'verb.choose_student'
  if (pass !== null) return 'verb.choose_pass'
  return start.length > 0 ? 'verb.choose_start' : null
}
