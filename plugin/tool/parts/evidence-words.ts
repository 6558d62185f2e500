import type {Entry} from '../../core/contract/entry.ts'
import {minorDigits, type Money} from '../../core/contract/money.ts'
import type {Evidence} from '../../core/contract/verdict.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'
import {spanWords} from './span-words.ts'
import type {Times} from './use-times.ts'

export type Wording = {
  text: FirstText
  money: (money: Money) => string
  times: Times
  /** Of the school: evidence carries amounts without one. */
  currency: string | null
}

/** Why an entry has its verdict, the strongest first: `same checkout id`, `amount equal`, `granted 2 minutes after`. */
export function whyWords(entry: Entry, wording: Wording): string[] {
  const reasons = entry.reasons.map((reason) => wording.text(`reason.${reason}`))
  return [...new Set([...reasons, ...entry.evidence.map((item) => evidenceWords(item, wording))])]
}

/** One piece of evidence in words. */
export function evidenceWords(item: Evidence, {text, money, times, currency}: Wording): string {
  const amount = (major: number) =>
    currency === null
      ? String(major)
      : money({minor: Math.round(major * 10 ** minorDigits(currency)), currency})
  switch (item.kind) {
    case 'same_session':
    case 'same_payment_intent':
    case 'same_charge':
    case 'same_student_and_pass':
    case 'amount_equal':
      return text(`evidence.${item.kind}`)
    case 'student_named':
      return text(`evidence.student_named.${item.by}`)
    case 'pass_named':
      return text(`evidence.pass_named.${item.by}`)
    case 'amount_differs':
      return text('evidence.amount_differs', {paid: amount(item.paid), price: amount(item.price)})
    case 'granted_after':
      return text(item.ms < 0 ? 'evidence.granted_before' : 'evidence.granted_after', {
        time: spanWords(item.ms, text),
      })
    case 'pass_changed_since':
      return text('evidence.pass_changed_since', {date: times.date(item.at)})
    case 'unreadable_field':
  }
  return text('evidence.unreadable_field', {field: item.field})
}
