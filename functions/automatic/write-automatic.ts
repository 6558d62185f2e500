import type {Facts} from '../../plugin/core/contract/facts.ts'
import {Fault} from '../../plugin/core/contract/fault.ts'
import type {RepairKind} from '../../plugin/core/contract/repair.ts'
import {carryOut} from '../handlers/carry-out.ts'
import {hashOf, toFault} from '../handlers/judge-repair.ts'
import {planFitting} from '../handlers/plan-fitting.ts'
import {toUndertaking} from '../handlers/repairs.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import {toReconcileOptions, type JudgedEntry} from './judge-automatic.ts'
import {toOutcome, type AutomaticOptions, type Done, type Outcome} from './outcome.ts'

/** What only a person can get out of the way: asking again would change nothing. */
const BLOCKING: ReadonlySet<string> = new Set(['draft_conflict', 'not_repairable'])

/**
 * Writes what may be written of a judged payment, by the same plan, record and transaction as a person's repair.
 * Nobody looks afterwards yet who else granted: `withRivals` does.
 *
 * @throws WriteConflict where somebody wrote first: then it must be read and judged again
 */
export async function writeAutomatic(
  of: RequestCase,
  {facts, payment, judged}: {facts: Facts; payment: string; judged: JudgedEntry},
  options: AutomaticOptions,
): Promise<Outcome> {
  const {entry, repair} = judged
  if ('waits' in repair) return toOutcome(entry, payment, {state: 'waits', because: repair.waits})
  const {kind} = repair
  if (options.dryRun) return toOutcome(entry, payment, {state: 'would_write', kind})
  try {
    return toOutcome(entry, payment, await write(of, {facts, payment, kind}, options))
  } catch (error) {
    if (!(error instanceof Fault) || !BLOCKING.has(error.code)) throw error
    return toOutcome(entry, payment, {state: 'waits', because: 'blocked'})
  }
}

async function write(
  of: RequestCase,
  {facts, payment, kind}: {facts: Facts; payment: string; kind: RepairKind},
  options: AutomaticOptions,
): Promise<Done> {
  // By a name that is not the school's, every payment would look as if nothing had been granted for it.
  if (!(await of.ledger.findsClaims())) {
    throw new Fault('not_repairable', 'no pass carries a payment by the names given: the first is a person’s')
  }
  const plan = planFitting(of, facts, {subject: {payment}, kind}, toReconcileOptions(of, options))
  if ('refused' in plan) throw toFault(plan)
  const {batch} = options
  const request = {plan: await hashOf(plan), ...(batch !== undefined && {batch})}
  const receipt = await carryOut(of, toUndertaking(of, {plan, facts, request}))
  return {state: 'written', kind, receipt, duplicates: []}
}
