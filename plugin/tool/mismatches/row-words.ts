import type {Row} from '../../engine/rows.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {partyWords} from '../parts/whose-words.ts'
import {remarkWords} from './remark-words.ts'

/** What a row names, each in words: `250 kr`, `Ada Berg`, `Open week Trial Pass`. */
export function rowWords(row: Row, {text, money}: Wording) {
  const {isPaid, amount} = row
  return {
    ...partyWords(row, text),
    // A payment that Stripe does not tell the amount of is one nevertheless, and what a pass is said to have cost is none.
    paid: !isPaid ? text('entry.no_payment') : amount === null ? '–' : money(amount),
  }
}

/** A row in one sentence, as it is read aloud: `250 kr · Ada Berg · Open week Trial Pass · paid, no pass`. */
export function rowSentence(row: Row, wording: Wording): string {
  const {paid, student, pass} = rowWords(row, wording)
  const {entry, remark} = row
  const verdict = wording.text(`verdict.${entry.verdict}`)
  const remarked = remark === null ? [] : [remarkWords(remark, wording)]
  return [paid, student, pass, verdict, ...remarked].join(' · ')
}
