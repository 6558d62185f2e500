import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {PreviewRequest} from '../../plugin/core/contract/repair.ts'
import type {Reason} from '../../plugin/core/contract/verdict.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import type {Period} from '../ports.ts'
import {factsOfPayments} from './covering-facts.ts'
import type {Judged} from './judge-repair.ts'
import type {RequestCase} from './request-case.ts'

/** Reasons that rest on which payment a pass without ids fits best: for those, everything by the same email counts. */
const WEAK: ReadonlySet<Reason> = new Set(['same_student_and_pass', 'manual_leftover', 'similar_entitlement'])

/** Judges one row of many by what was read for all; null where it must be read by itself. */
export type JudgeRow = (item: PreviewRequest) => Judged | null

/**
 * Reads what many repairs are about at once, so that a batch costs pages instead of payments.
 */
export async function judgeMany(
  of: RequestCase,
  items: readonly PreviewRequest[],
  period: Period | null,
): Promise<JudgeRow> {
  const paid = items.flatMap(({subject, choice = {}}) =>
    'payment' in subject ? [{payment: subject.payment, choice}] : [],
  )
  if (paid.length < 2) return () => null
  const {facts, sessions} = await factsOfPayments(of, paid, period)
  return (item) => fromShared(of, {facts, sessions}, item)
}

function fromShared(
  of: RequestCase,
  {facts, sessions}: {facts: Facts; sessions: ReadonlyMap<string, string>},
  {subject, kind, choice, reason}: PreviewRequest,
): Judged | null {
  const payment = 'payment' in subject ? sessions.get(subject.payment) : undefined
  if (payment === undefined) return null
  const {live, application} = of.config
  const plan = planRepair(
    facts,
    {subject: {payment}, kind, choice, reason},
    {now: of.now(), live, application},
  )
  if ('refused' in plan) return plan.refused === 'already_repaired' ? {facts, plan} : null
  return [...plan.reasons, ...plan.notes].some((why) => WEAK.has(why)) ? null : {facts, plan}
}
