import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Refusal, RepairPlan} from '../../plugin/core/contract/plan.ts'
import {fitPlan} from '../../plugin/core/documents/fit-plan.ts'
import type {RepairWish} from '../../plugin/core/reconcile/find-entry.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import type {ReconcileOptions} from '../../plugin/core/reconcile/setting.ts'
import type {RequestCase} from './request-case.ts'

/** What the engine plans, as far as the school's own schema can hold it. */
export function planFitting(
  {config: {schema}}: Pick<RequestCase, 'config'>,
  facts: Facts,
  wish: RepairWish,
  options: ReconcileOptions,
): RepairPlan | Refusal {
  return fitPlan(planRepair(facts, wish, options), schema)
}
