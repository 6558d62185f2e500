import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'

/** A row in one sentence, as it is read aloud: `250 kr · Ada Berg · Open week Trial Pass · paid, no pass`. */
export function rowSentence(
  {entry, isPaid, amount, studentName, passName}: Row,
  {text, money}: Wording,
): string {
  return [
    !isPaid || amount === null ? text('entry.no_payment') : money(amount),
    studentName ?? text('entry.nobody'),
    passName ?? text('entry.no_pass_named'),
    text(`verdict.${entry.verdict}`),
  ].join(' · ')
}
