import {vi} from 'vitest'
import type {Preview, RepairKind} from '../../../plugin/core/contract/repair.ts'
import {toDocumentChange} from '../../../plugin/core/documents/to-document-change.ts'
import type {Repairing} from '../../../plugin/tool/parts/use-repair-flow.ts'
import type {ScenarioRow} from './scenario-rows.ts'

/** What the function answers to a question about a row, as far as nobody chose anything. */
export function previewOf({row: {entry}}: ScenarioRow, kind?: RepairKind): Preview {
  const {payment, entitlements, verdict, reasons, notes, confidence, repair} = entry
  const changes = kind === undefined || kind === repair?.kind ? (repair?.changes ?? []) : []
  return {
    plan: '0'.repeat(64),
    subject: payment === null ? {entitlement: entitlements[0] ?? ''} : {payment},
    kind: kind ?? repair?.kind ?? 'choose',
    verdict,
    reasons,
    notes,
    confidence,
    changes,
    documents: changes.map((change) => toDocumentChange(change)),
  }
}

/** What a dialog may ask of whoever opened it, each to be looked at afterwards. */
export function nothingAsked() {
  return {
    start: vi.fn<() => void>(),
    startOther: vi.fn<() => void>(),
    ask: vi.fn<() => void>(),
    choose: vi.fn<() => void>(),
    confirm: vi.fn<() => void>(),
    askAgain: vi.fn<() => void>(),
    close: vi.fn<() => void>(),
  } satisfies Omit<Repairing, 'flow'>
}
