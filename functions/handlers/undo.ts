import {canonicalJson} from '../../plugin/core/contract/canonical-json.ts'
import type {DocumentChange} from '../../plugin/core/contract/change.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import {PLAN_VERSION, type RepairPlan} from '../../plugin/core/contract/plan.ts'
import type {KeptRecord, Preview, Receipt} from '../../plugin/core/contract/repair.ts'
import {subjectId} from '../../plugin/core/contract/subject-id.ts'
import {GarbledField, isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {fitChange} from '../../plugin/core/documents/fit-plan.ts'
import {documentJson} from '../../plugin/core/documents/document-json.ts'
import {parseKeptRecord} from '../../plugin/core/documents/parse-kept-record.ts'
import {toDocumentChange, type CarriedOut} from '../../plugin/core/documents/to-document-change.ts'
import {writtenBy} from '../../plugin/core/documents/written-by.ts'
import {planUndo, type UndoStep, type UsedSince} from '../../plugin/core/reconcile/plan-undo.ts'
import {indexRecords} from '../../plugin/core/reconcile/records.ts'
import {WriteConflict} from '../ports.ts'
import {sha256} from '../sha256.ts'
import {carryOut, patchedBy} from './carry-out.ts'
import {factsOfPasses} from './focused-facts.ts'
import {recordOfSchool} from './record-of-school.ts'
import type {RequestCase} from './request-case.ts'
import {undoneByOf} from './undone-by.ts'

const ATTEMPTS = 3

type Planned = {
  kept: KeptRecord
  facts: Facts
  steps: UndoStep[]
  standing: unknown[]
  plan: RepairPlan
}

/** What would be put back; nothing is written. */
export async function previewUndo(of: RequestCase, record: string): Promise<Preview> {
  const {plan, steps} = await planned(of, record)
  const {subject, kind, verdict, reasons, notes, confidence} = plan
  const {schema} = of.config
  const documents = steps.map((step) => schema.write(toChange(step, null)))
  const changes: Preview['changes'] = []
  const hash = await hashOf(plan, steps)
  return {plan: hash, subject, kind, verdict, reasons, notes, confidence, changes, documents}
}

/**
 * Takes one repair back: a repair itself, with a record that names the one it undoes, so that it too can be undone.
 *
 * @throws Fault `not_found`, `already_repaired` when it was undone already, `used_since` when it is too late
 */
export async function undo(of: RequestCase, record: string, nth = 1): Promise<Receipt> {
  const {kept, facts, steps, standing, plan} = await planned(of, record)
  const carriedOut = {at: plan.at, actor: of.actor.id}
  try {
    return await carryOut(of, {
      plan,
      planHash: await hashOf(plan, steps),
      changes: steps.map((step) => toChange(step, carriedOut)),
      standing,
      facts,
      batch: null,
      undoes: kept.id,
    })
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error
    if (nth < ATTEMPTS) return undo(of, record, nth + 1)
    throw new Fault('plan_changed', 'others keep writing to the same documents', {}, {cause: error})
  }
}

async function planned(of: RequestCase, id: string): Promise<Planned> {
  const kept = await keptRecordOf(of, id)
  const written = writtenBy(kept)
  if (kept.subject === null || written === null || !kept.undoable) {
    throw new Fault('not_repairable', 'the record does not say what was written', {record: id})
  }
  const ids = written.map((one) => one.id)
  const [facts, standing] = await Promise.all([factsOfPasses(of, ids), of.ledger.standing(ids)])
  const now = new Map(standing.filter(isShape).map((document) => [String(document['_id']), document]))
  const touched = written.map(({id: pass, before, after}) => {
    return {id: pass, before, after, now: now.get(pass) ?? null}
  })
  const {live, application} = of.config
  const options = {now: of.now(), live, application}
  const found = planUndo(facts, {record: kept, touched}, options)
  if ('usedSince' in found) throw tooLate(found)
  const steps = found.steps.map((step) => fitting(step, of))
  const plan = planOf({kept, facts, standing: now, steps, at: options.now})
  return {kept, facts, steps, standing, plan: {...plan, documents: of.config.schema.fingerprint || undefined}}
}

async function keptRecordOf(of: RequestCase, id: string): Promise<KeptRecord> {
  const document = await recordOfSchool(of, id)
  const undoneBy = (await undoneByOf(of, [id]))(id)
  if (undoneBy !== null) {
    throw new Fault('already_repaired', 'this was undone already', {record: id, undoneBy})
  }
  try {
    return parseKeptRecord(document, null)
  } catch (error) {
    if (!(error instanceof GarbledField)) throw error
    throw new Fault('not_repairable', 'the record cannot be read', {record: id, field: error.field})
  }
}

function planOf({
  kept,
  facts,
  standing,
  steps,
  at,
}: {
  kept: KeptRecord
  facts: Facts
  standing: ReadonlyMap<string, Shape>
  steps: readonly UndoStep[]
  at: number
}): RepairPlan {
  const subject = kept.subject ?? {entitlement: kept.id}
  const patched = patchedBy(steps.map((step) => toChange(step, null)))
  const {ofPayment, ofEntitlement} = indexRecords(facts.records)
  const isEdited = facts.drafts.some(({id}) => patched.includes(id))
  return {
    subject,
    kind: kept.kind,
    choice: null,
    reason: null,
    verdict: kept.verdict ?? 'matched',
    reasons: kept.reasons,
    notes: isEdited ? ['open_draft'] : [],
    confidence: 'check',
    payment: kept.payment,
    account: kept.account,
    live: null,
    school: facts.school.id,
    student: kept.student,
    entitlements: kept.entitlements,
    changes: [],
    fixedEnd: false,
    revs: Object.fromEntries(patched.map((id) => [id, revisionOf(standing.get(id))])),
    records: ('payment' in subject ? ofPayment(subject.payment) : ofEntitlement(subjectId(subject))).length,
    fingerprint: '',
    at,
  }
}

function revisionOf(document: Shape | undefined): string {
  const revision = document?.['_rev']
  return typeof revision === 'string' ? revision : ''
}

/** Ending a pass says who did so and when, where the school has fields for it. */
function fitting(step: UndoStep, {config}: RequestCase): UndoStep {
  if (!('end' in step)) return step
  const end = fitChange(step.end, config.schema)
  if (!('missing' in end)) return {end}
  throw new Fault('not_repairable', `the school’s own schema has no field for ${end.missing}`)
}

function toChange(step: UndoStep, carriedOut: CarriedOut | null): DocumentChange {
  if ('end' in step) return toDocumentChange(step.end, carriedOut)
  const {id, set, unset} = step.restore
  return {patch: {id, set: documentJson(set), unset}}
}

function hashOf({subject, kind, revs, documents}: RepairPlan, steps: readonly UndoStep[]): Promise<string> {
  return sha256(canonicalJson({v: PLAN_VERSION, undo: steps, subject, kind, revs, documents}))
}

function tooLate({usedSince: {entitlement, why, field}}: UsedSince): Fault {
  return new Fault('used_since', 'the pass was used or changed since', {
    entitlement,
    why,
    ...(field !== undefined && {field}),
  })
}
