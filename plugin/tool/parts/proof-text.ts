import type {EntryParties} from '../../engine/entry-parties.ts'
import {whyWords} from './evidence-words.ts'
import type {FullWording} from './use-full-wording.ts'

/**
 * What is known of a payment and its pass, as plain text for a mail: what Stripe says, what is held, and why the two do
 * or do not belong together.
 */
export function proofText({entry, payment, held, studentName}: EntryParties, wording: FullWording): string {
  const {text, money, times} = wording
  const line = (label: string, words: readonly (string | null | undefined)[]) => {
    const said = words.filter((word) => word != null && word !== '')
    return said.length === 0 ? [] : [`${label}: ${said.join(' · ')}`]
  }
  const paid =
    payment === null
      ? [text('entry.no_payment')]
      : [
          ...line(text('entry.paid'), [money(payment.total), times.dateTime(payment.paidAt)]),
          ...line(text('entry.by'), [payment.payerName, payment.email]),
          ...line(
            text('entry.bought'),
            payment.lines.map(({description}) => description),
          ),
          ...line(text('entry.session'), [payment.id]),
          ...line(text('entry.payment_intent'), [payment.paymentIntent]),
          ...line(text('entry.account'), [payment.account]),
        ]
  const passes =
    held.length === 0
      ? line(text('entry.pass_held', {count: 1}), [text('entry.no_pass')])
      : held.flatMap(({id, passName}) => line(text('entry.pass_held', {count: 1}), [passName?.trim(), id]))
  return [
    ...line(text('field.student'), [studentName]),
    ...paid,
    ...passes,
    ...line(text('mismatches.filter.verdict'), [text(`verdict.${entry.verdict}`)]),
    ...line(text('entry.why'), whyWords(entry, wording)),
  ].join('\n')
}
