import {toIso} from '../../core/contract/instant.ts'
import {minorDigits, toMajor} from '../../core/contract/money.ts'
import {csvText} from '../../core/words/csv-text.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Row} from '../../engine/rows.ts'
import {whyWords, type Wording} from '../parts/evidence-words.ts'
import {repairVerb} from '../parts/repair-verb.ts'
import {remarkWords} from './remark-words.ts'

/** Rows as CSV, in their order: amounts and times for a spreadsheet to count with, everything else in words. */
export function rowsCsv(rows: readonly Row[], index: FactsIndex, wording: Wording): string {
  const {text} = wording
  const head = [
    text('csv.at'),
    text('csv.amount'),
    text('csv.currency'),
    text('csv.student'),
    text('csv.email'),
    text('csv.pass'),
    text('mismatches.filter.verdict'),
    text('mismatches.filter.confidence'),
    text('entry.why'),
    text('csv.proposed'),
    text('entry.session'),
    text('entry.payment_intent'),
    text('csv.documents'),
    text('remark.title'),
  ]
  return csvText([head, ...rows.map((row) => cellsOf(row, index, wording))])
}

function cellsOf(row: Row, index: FactsIndex, wording: Wording): string[] {
  const {entry, amount, at, studentName, email, passName, remark} = row
  const {text} = wording
  const payment = entry.payment === null ? undefined : index.payments.get(entry.payment)
  return [
    at === null ? '' : toIso(at),
    amount === null ? '' : toMajor(amount).toFixed(minorDigits(amount.currency)),
    amount?.currency.toUpperCase() ?? '',
    studentName ?? '',
    email ?? '',
    passName ?? '',
    text(`verdict.${entry.verdict}`),
    text(`confidence.${entry.confidence}`),
    whyWords(entry, wording).join('; '),
    repairVerb(entry, text) ?? '',
    payment?.id ?? '',
    payment?.paymentIntent ?? '',
    entry.entitlements.join(' '),
    remark === null ? '' : remarkWords(remark, wording),
  ]
}
