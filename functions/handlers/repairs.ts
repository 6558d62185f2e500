import type {Entitlement} from '../../plugin/core/contract/entitlement.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Refusal, RepairPlan} from '../../plugin/core/contract/plan.ts'
import type {Receipt, RepairRequest} from '../../plugin/core/contract/repair.ts'
import {GarbledField, isShape, type Shape} from '../../plugin/core/contract/shape.ts'
import {parseEntitlement} from '../../plugin/core/documents/parse-entitlement.ts'
import {parseRecord} from '../../plugin/core/documents/parse-record.ts'
import {repairDocument} from '../../plugin/core/documents/repair-document.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'
import {WriteConflict} from '../ports.ts'
import {hashOf, judgeRepair, toFault, toPreview} from './judge-repair.ts'
import type {RequestCase} from './request-case.ts'

// A conflict may be about something else, such as a note on the same payment: then the same plan is tried again.
const ATTEMPTS = 3

/**
 * Carries out the plan that somebody saw, or nothing: reads and judges again, compares, and writes one transaction
 * with their own token.
 *
 * @throws Fault `plan_changed` with the new plan, `already_repaired`, `draft_conflict`, or what reading threw
 */
export function repairs(of: RequestCase, request: RepairRequest): Promise<Receipt> {
  return attempt(1, 'first')

  async function attempt(nth: number, because: 'first' | 'refused' | 'conflict'): Promise<Receipt> {
    const {facts, plan} = await judgeRepair(of, request)
    if ('refused' in plan) {
      // Reading takes several requests: a repair between them shows its pass and not yet its record.
      if (because === 'first' && plan.refused !== 'already_repaired') return attempt(nth, 'refused')
      throw because === 'conflict' ? refusedSince(plan) : toFault(plan)
    }
    await demandSamePlan(plan, request.plan)
    demandNoDraft(plan, facts)
    try {
      return await carryOut(of, {plan, facts, request})
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error
      if (nth < ATTEMPTS) return attempt(nth + 1, 'conflict')
      throw new Fault('plan_changed', 'others keep writing to the same documents', {}, {cause: error})
    }
  }
}

function refusedSince(refusal: Refusal): Fault {
  if (refusal.refused === 'already_repaired') return toFault(refusal)
  return new Fault('plan_changed', 'somebody else changed what the plan was about', {
    refused: refusal.refused,
  })
}

async function demandSamePlan(plan: RepairPlan, seen: string): Promise<void> {
  if ((await hashOf(plan)) === seen) return
  throw new Fault(
    'plan_changed',
    'what would be written is no longer what was shown',
    {},
    {
      preview: await toPreview(plan),
    },
  )
}

/** Publishing the draft later would take the repair back without anybody noticing. */
function demandNoDraft(plan: RepairPlan, {drafts}: Facts): void {
  const patched = new Set(patchedBy(plan))
  const open = drafts.find(({id}) => patched.has(id))
  if (!open) return
  throw new Fault('draft_conflict', 'this pass has an unpublished edit: publish or discard it first', {
    entitlement: open.id,
  })
}

async function carryOut(
  {actor, ledger}: RequestCase,
  {plan, facts, request}: {plan: RepairPlan; facts: Facts; request: RepairRequest},
): Promise<Receipt> {
  const {at} = plan
  const changes = plan.changes.map((change) => toDocumentChange(change, {at, actor: actor.id}))
  const record = repairDocument({
    plan,
    planHash: request.plan,
    actor: {id: actor.id, name: actor.name, via: 'studio'},
    at,
    changes,
    current: await ledger.documents(patchedBy(plan)),
    batch: request.batch ?? null,
  })
  const revisions = new Map(Object.entries(plan.revs))
  const written = (await ledger.write({actor, record, changes, revisions})).filter(isShape)
  return {
    record: parseRecord({...record}),
    subject: plan.subject,
    kind: plan.kind,
    entitlements: written
      .filter(({_type}) => _type === 'subscription')
      .flatMap((document) => readable(document, facts.school.timeZone)),
  }
}

/** What is written is written: a field that nobody could read before must not make a receipt look like a failure. */
function readable(document: Shape, timeZone: string): Entitlement[] {
  try {
    return [parseEntitlement(document, timeZone)]
  } catch (error) {
    if (error instanceof GarbledField) return []
    throw error
  }
}

function patchedBy({changes}: RepairPlan): string[] {
  return changes.flatMap((change) => ('patch' in change ? [change.patch.id] : []))
}
