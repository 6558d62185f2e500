import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {ACTOR} from '../../plugin/core/contract/placeholders.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import type {Reconciliation} from '../../plugin/core/contract/reconciliation.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'

/** The entries as data: what is worth noting stands among the reasons, changes are documents, times ISO 8601 in UTC. */
export function printJson(_facts: Facts, {school, asOf, fault, entries, totals}: Reconciliation): string {
  const printed = {
    school,
    asOf: toIso(asOf),
    fault,
    entries: entries.map((entry) => printedEntry(entry, asOf)),
    totals,
  }
  return `${JSON.stringify(printed, null, 2)}\n`
}

function printedEntry(entry: Entry, at: number) {
  const {payment, entitlements, student, pass, verdict, reasons, notes, confidence, repair, dismissed} = entry
  return {
    payment,
    entitlements,
    student,
    pass,
    verdict,
    reasons: [...reasons, ...notes],
    confidence,
    repair:
      repair === null
        ? null
        : {
            kind: repair.kind,
            changes: repair.changes.map((change) => toDocumentChange(change, {at, actor: ACTOR})),
            choices: repair.choices,
          },
    ...(dismissed === null ? {} : {dismissed: {...dismissed, at: toIso(dismissed.at)}}),
  }
}
