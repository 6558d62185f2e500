import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Refusal, RepairPlan} from '../../plugin/core/contract/plan.ts'
import type {Receipt, RepairRequest} from '../../plugin/core/contract/repair.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'
import {WriteConflict} from '../ports.ts'
import {carryOut, type Undertaking} from './carry-out.ts'
import {findRivals, type Made} from './find-rivals.ts'
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
export async function repairs(of: RequestCase, request: RepairRequest): Promise<Receipt> {
  const {receipt, facts} = await repairOnce(of, request)
  const made = madeFor(receipt, facts)
  if (made === null) return receipt
  const rivals = (await findRivals(of, [made], facts.school.timeZone))?.get(made.payment.id)
  if (rivals === undefined || rivals.length === 0) return receipt
  return {
    ...receipt,
    entitlements: [...receipt.entitlements, ...rivals],
    duplicates: rivals.map(({id}) => id),
  }
}

/** The same without looking afterwards who else granted. */
export function repairOnce(
  of: RequestCase,
  request: RepairRequest,
): Promise<{receipt: Receipt; facts: Facts}> {
  return attempt(1, 'first')

  async function attempt(
    nth: number,
    because: 'first' | 'refused' | 'conflict',
  ): Promise<{receipt: Receipt; facts: Facts}> {
    const {facts, plan} = await judgeRepair(of, request)
    if ('refused' in plan) {
      // Reading takes several requests: a repair between them shows its pass and not yet its record.
      if (because === 'first' && plan.refused !== 'already_repaired') return attempt(nth, 'refused')
      throw because === 'conflict' ? refusedSince(plan) : toFault(plan)
    }
    await demandSamePlan(of, plan, request.plan)
    try {
      return {receipt: await carryOut(of, toUndertaking(of, {plan, facts, request})), facts}
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error
      if (nth < ATTEMPTS) return attempt(nth + 1, 'conflict')
      throw new Fault('plan_changed', 'others keep writing to the same documents', {}, {cause: error})
    }
  }
}

/** @throws Fault `plan_changed` with what would be written now */
export async function demandSamePlan(
  {config}: Pick<RequestCase, 'config'>,
  plan: RepairPlan,
  seen: string,
): Promise<void> {
  if ((await hashOf(plan)) === seen) return
  const preview = await toPreview(plan, config.schema)
  throw new Fault('plan_changed', 'what would be written is no longer what was shown', {}, {preview})
}

/** The plan with times and people filled in. */
export function toUndertaking(
  {actor}: RequestCase,
  {plan, facts, request}: {plan: RepairPlan; facts: Facts; request: Pick<RepairRequest, 'plan' | 'batch'>},
): Undertaking {
  return {
    plan,
    planHash: request.plan,
    changes: plan.changes.map((change) => toDocumentChange(change, {at: plan.at, actor: actor.id})),
    facts,
    batch: request.batch ?? null,
    undoes: null,
  }
}

/** The payment that a pass was now made for, or made active again; null where somebody else could not have done so too. */
export function madeFor(receipt: Receipt, {payments}: Facts): Made | null {
  if (receipt.kind !== 'grant' && receipt.kind !== 'complete_upgrade') return null
  const payment = payments.find(({id}) => id === receipt.record.payment)
  return payment === undefined ? null : {payment, receipt}
}

function refusedSince(refusal: Refusal): Fault {
  if (refusal.refused === 'already_repaired') return toFault(refusal)
  return new Fault('plan_changed', 'somebody else changed what the plan was about', {
    refused: refusal.refused,
  })
}
