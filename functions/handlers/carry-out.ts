import type {DocumentChange} from '../../plugin/core/contract/change.ts'
import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {RepairPlan} from '../../plugin/core/contract/plan.ts'
import type {Receipt} from '../../plugin/core/contract/repair.ts'
import {GarbledField, isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {parseEntitlement} from '../../plugin/core/documents/parse-entitlement.ts'
import {parseRecord} from '../../plugin/core/documents/parse-record.ts'
import {patchDrafts} from '../../plugin/core/documents/patch-drafts.ts'
import {repairDocument} from '../../plugin/core/documents/repair-document.ts'
import {tellStudent} from '../messages/tell-student.ts'
import type {RequestCase} from './request-case.ts'

const WRITABLE_ID = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/

/** A plan that is about to be written, and what it came from. */
export type Undertaking = {
  plan: RepairPlan
  planHash: string
  /** As they will be written: times and people filled in. */
  changes: readonly DocumentChange[]
  /** The documents that are patched, with their drafts, as they stand; read here where they are not at hand. */
  standing?: readonly unknown[]
  /** What was judged by. */
  facts: Facts
  batch: string | null
  undoes: string | null
}

/**
 * Writes one repair in the actor's own name, in one transaction: the record, the documents, and whatever drafts of
 * these are open. Then the student is told, where that is switched on.
 *
 * @throws Fault `draft_conflict` where a draft has edited the same field; WriteConflict where somebody wrote first
 */
export async function carryOut(of: RequestCase, undertaking: Undertaking): Promise<Receipt> {
  const {actor, ledger} = of
  const {plan, planHash, changes, facts, batch, undoes} = undertaking
  demandWritableIds(changes)
  const current = undertaking.standing ?? (await ledger.standing(patchedBy(changes)))
  const drafts = patchDrafts(changes, current)
  if ('conflict' in drafts) {
    const {id, field} = drafts.conflict
    throw new Fault('draft_conflict', 'an unpublished edit of this pass changes what would be written', {
      entitlement: id,
      field,
    })
  }
  const record = repairDocument({
    plan,
    planHash,
    actor: {id: actor.id, name: actor.name, via: actor.via},
    at: plan.at,
    changes,
    current,
    batch,
    undoes,
  })
  const written = await ledger.write({
    actor,
    record,
    changes: [...changes, ...drafts.changes],
    revisions: new Map([...Object.entries(plan.revs), ...drafts.revisions]),
  })
  const touched = new Set(changes.map(idOf))
  const receipt = {
    record: parseRecord({...record}),
    subject: plan.subject,
    kind: plan.kind,
    entitlements: written
      .filter(isShape)
      .filter((document) => touched.has(String(document['_id'])))
      .flatMap((document) => readable(document, facts.school.timeZone)),
  }
  return undoes === null ? tellStudent(of, receipt, {facts, student: plan.student}) : receipt
}

/** A payment's id is Stripe's own text: one that no document may be named after is refused before anything is sent. */
function demandWritableIds(changes: readonly DocumentChange[]): void {
  const unfit = changes.find((change) => 'create' in change && !WRITABLE_ID.test(change.create._id))
  if (unfit === undefined) return
  throw new Fault('not_repairable', 'no document can be named after this payment', {reason: 'document_id'})
}

/** What is written is written: a field that nobody could read before must not make a receipt look like a failure. */
export function readable(document: Shape, timeZone: string): Entitlement[] {
  try {
    return [parseEntitlement(document, timeZone)]
  } catch (error) {
    if (error instanceof GarbledField) return []
    throw error
  }
}

/** The documents that are there already and get other fields. */
export function patchedBy(changes: readonly DocumentChange[]): string[] {
  return changes.flatMap((change) => ('patch' in change ? [change.patch.id] : []))
}

function idOf(change: DocumentChange): string {
  return 'create' in change ? change.create._id : change.patch.id
}
