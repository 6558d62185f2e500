import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {remarkWords} from './remark-words.ts'

/** A row in one sentence, as it is read aloud: `250 kr · Ada Berg · Open week Trial Pass · paid, no pass`. */
export function rowSentence(
  {entry, isPaid, amount, studentName, passName, remark}: Row,
  wording: Wording,
): string {
  const {text, money} = wording
  return [
    !isPaid || amount === null ? text('entry.no_payment') : money(amount),
    studentName ?? text('entry.nobody'),
    passName ?? text('entry.no_pass_named'),
    text(`verdict.${entry.verdict}`),
    ...(remark === null ? [] : [remarkWords(remark, wording)]),
  ].join(' · ')
}
