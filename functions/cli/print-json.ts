import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {ACTOR} from '../../plugin/core/contract/placeholders.ts'
import {toIso} from '../../plugin/core/contract/instant.ts'
import type {Reconciliation} from '../../plugin/core/contract/reconciliation.ts'
import {fitChange} from '../../plugin/core/documents/fit-plan.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'

/**
 * The entries as data: what is worth noting stands among the reasons, changes are documents by the school's own names,
 * times ISO 8601 in UTC.
 */
export function printJson(
  _facts: Facts,
  {school, asOf, fault, entries, totals}: Reconciliation,
  schema: SchoolSchema,
): string {
  const printed = {
    school,
    asOf: toIso(asOf),
    fault,
    entries: entries.map((entry) => printedEntry(entry, asOf, schema)),
    totals,
  }
  return `${JSON.stringify(printed, null, 2)}\n`
}

function printedEntry(entry: Entry, at: number, schema: SchoolSchema) {
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
            changes: repair.changes.flatMap((change) => {
              const fitting = fitChange(change, schema)
              // What the school's own schema has no field for is refused when somebody wants it written.
              return 'missing' in fitting ? [] : schema.write(toDocumentChange(fitting, {at, actor: ACTOR}))
            }),
            choices: repair.choices,
          },
    ...(dismissed === null ? {} : {dismissed: {...dismissed, at: toIso(dismissed.at)}}),
  }
}
