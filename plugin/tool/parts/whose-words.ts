import type {FirstText} from '../../i18n/use-first-text.ts'
import type {EntryParties} from '../../engine/entry-parties.ts'

type Parties = Pick<EntryParties, 'studentName' | 'passName'>

/** Whom an entry is about, each in words: `Ada Lindqvist` and `Open week Trial Pass`. */
export function partyWords({studentName, passName}: Parties, text: FirstText) {
  return {
    student: studentName ?? text('entry.nobody'),
    pass: passName ?? text('entry.no_pass_named'),
  }
}

/** The same in one: `Ada Lindqvist · Open week Trial Pass`. */
export function whoseWords(parties: Parties, text: FirstText): string {
  return text('repair.done_for', partyWords(parties, text))
}
