import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {RepairWish} from '../../plugin/core/reconcile/find-entry.ts'
import {planRepair} from '../../plugin/core/reconcile/plan-repair.ts'
import {NOW, someFacts} from './build-facts.ts'

/** Plans a repair of Ada's payment, a grant unless the wish says otherwise. */
export function plan(facts: Partial<Facts>, wish: Partial<RepairWish> = {}, now = NOW) {
  return planRepair(someFacts(facts), {subject: {payment: 'cs_live_1'}, kind: 'grant', ...wish}, {now})
}
