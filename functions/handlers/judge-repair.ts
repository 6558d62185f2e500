import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {Refusal, RepairPlan} from '../../plugin/core/contract/plan.ts'
import type {Preview, PreviewRequest, Subject} from '../../plugin/core/contract/repair.ts'
import {givenId} from '../../plugin/core/contract/subject-id.ts'
import {canonicalPlan} from '../../plugin/core/documents/canonical-plan.ts'
import {toDocumentChange} from '../../plugin/core/documents/to-document-change.ts'
import type {SchoolSchema} from '../../plugin/core/documents/school-schema.ts'
import {sha256} from '../sha256.ts'
import {factsOfEntitlement, factsOfGift, factsOfPayment} from './focused-facts.ts'
import {planFitting} from './plan-fitting.ts'
import type {RequestCase} from './request-case.ts'

/** What the engine says of a repair that somebody considers, from a fresh reading of both sides. */
export type Judged = {facts: Facts; plan: RepairPlan | Refusal}

/** Reads the subject afresh and plans its repair. The browser names it; nothing else of what it sends is believed. */
export async function judgeRepair(
  of: RequestCase,
  {subject, kind, choice, reason}: PreviewRequest,
): Promise<Judged> {
  const read = await factsOf(of, subject, choice)
  const {live, application} = of.config
  const plan = planFitting(
    of,
    read.facts,
    {subject: read.subject, kind, ...(choice && {choice}), ...(reason !== undefined && {reason})},
    {now: of.now(), live, application},
  )
  return {facts: read.facts, plan}
}

/** What would be written, by the school's own names, and the hash to name for having just this written. */
export async function toPreview(plan: RepairPlan, {write}: Pick<SchoolSchema, 'write'>): Promise<Preview> {
  const {subject, kind, verdict, reasons, notes, confidence, changes} = plan
  return {
    plan: await hashOf(plan),
    subject,
    kind,
    verdict,
    reasons,
    notes,
    confidence,
    changes,
    documents: changes.map((change) => write(toDocumentChange(change))),
  }
}

/** The SHA-256 of a plan's canonical JSON. */
export function hashOf(plan: RepairPlan): Promise<string> {
  return sha256(canonicalPlan(plan))
}

/** A refusal as the fault it is answered with. */
export function toFault({refused, message}: Refusal): Fault {
  return new Fault(refused, message)
}

async function factsOf(
  of: RequestCase,
  subject: Subject,
  choice: PreviewRequest['choice'],
): Promise<{facts: Facts; subject: Subject}> {
  if ('entitlement' in subject)
    return {facts: await factsOfEntitlement(of, subject.entitlement, choice), subject}
  if ('request' in subject) return {facts: await factsOfGift(of, givenId(subject.request), choice), subject}
  const {facts, payment} = await factsOfPayment(of, subject.payment, choice)
  return {facts, subject: {payment}}
}
