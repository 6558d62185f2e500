import type {Entry} from '../../core/contract/entry.ts'
import type {Change} from '../../core/contract/change.ts'
import type {Proposal} from '../../core/contract/repair.ts'
import type {Text} from '../../i18n/use-text.ts'

/** What the one button of an entry says: named by its result. Null when nothing is proposed. */
export function repairVerb({repair, verdict}: Entry, text: Text): string | null {
  if (repair === null) return null
  if (repair.kind === 'grant') return grantVerb(repair.changes, text)
  // Without a candidate there is nothing to choose from: the documents have to be looked at.
  if (repair.kind === 'choose') return repair.choices.length === 0 ? null : text(chooseKey(repair))
  if (repair.kind === 'revoke') {
    if (verdict === 'refunded') return text('verb.revoke_refunded')
    if (verdict === 'duplicate') return text('verb.revoke_extra')
  }
  return text(`verb.${repair.kind}`)
}

/** What granting is called once it is known what would be made. */
export function grantVerb(changes: readonly Change[], text: Text): string {
  const made = changes.find((change) => 'create' in change)?.create.fields
  if (!made) return text('verb.grant')
  if (made.classesLeft === undefined) return text('verb.grant_unlimited')
  return text('verb.grant_classes', {count: made.classesLeft})
}

function chooseKey({choices}: Proposal) {
  const student = choices.some((choice) => choice.student !== undefined)
  const pass = choices.some((choice) => choice.pass !== undefined)
  if (student && pass) return 'verb.choose_both'
  if (student) return 'verb.choose_student'
  if (pass) return 'verb.choose_pass'
  return choices.some((choice) => choice.start !== undefined) ? 'verb.choose_start' : 'verb.choose'
}
