import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import {minorDigits, toMajor} from '../../plugin/core/contract/money.ts'

/** An entry in words that a person knows: names instead of ids where there are any. */
export type EntryRow = {
  verdict: string
  confidence: string
  date: string
  amount: string
  student: string
  pass: string
  why: string
  repair: string
  key: string
}

/** One row for each entry, in its order. */
export function entryRows(facts: Facts, entries: readonly Entry[]): EntryRow[] {
  const payments = new Map(facts.payments.map((payment) => [payment.id, payment]))
  const students = new Map(facts.students.map((student) => [student.id, student]))
  const passes = new Map(facts.passes.map((pass) => [pass.id, pass]))
  const entitlements = new Map(facts.entitlements.map((entitlement) => [entitlement.id, entitlement]))
  return entries.map((entry) => {
    const payment = payments.get(entry.payment ?? '')
    const held = entitlements.get(entry.entitlements[0] ?? '')
    const student = students.get(entry.student ?? '')
    const at = payment?.createdAt ?? held?.createdAt
    return {
      verdict: words(entry.verdict),
      confidence: entry.confidence,
      date: at === undefined ? '' : toIso(at).slice(0, 10),
      amount:
        payment === undefined
          ? ''
          : `${toMajor(payment.total).toFixed(minorDigits(payment.total.currency))} ${payment.total.currency}`,
      student: student?.name ?? student?.email ?? payment?.email ?? held?.student ?? '',
      pass: passes.get(entry.pass ?? '')?.name?.trim() ?? held?.passName ?? '',
      why: [...[...entry.reasons, ...entry.notes].map(words), ...fieldsOf(entry)].join(', '),
      repair: entry.repair === null ? '' : words(entry.repair.kind),
      key: entry.key,
    }
  })
}

function fieldsOf({evidence}: Entry): string[] {
  return evidence.flatMap((one) => (one.kind === 'unreadable_field' ? [one.field] : []))
}

function words(code: string): string {
  return code.replaceAll('_', ' ')
}
