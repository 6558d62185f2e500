import type {Preview, PreviewRequest} from '../../plugin/core/contract/repair.ts'
import {judgeRepair, toFault, toPreview} from './judge-repair.ts'
import type {RequestCase} from './request-case.ts'

/** Shows what a repair would write, and writes nothing. */
export async function preview(of: RequestCase, request: PreviewRequest): Promise<Preview> {
  const {plan} = await judgeRepair(of, request)
  if ('refused' in plan) throw toFault(plan)
  return toPreview(plan, of.config.schema)
}
