import type {PreviewsAnswer, PreviewsRequest} from '../../plugin/core/contract/batch.ts'
import type {FaultBody} from '../../plugin/core/contract/fault.ts'
import type {PreviewRequest} from '../../plugin/core/contract/repair.ts'
import {judgeMany, type JudgeRow} from './judge-many.ts'
import {judgeRepair, toFault, toPreview} from './judge-repair.ts'
import {untilIncluded} from './batch.ts'
import type {RequestCase} from './request-case.ts'

/** What many repairs would write, each for itself: one that cannot be planned spoils no other. */
export async function previews(
  of: RequestCase,
  {items, period}: PreviewsRequest,
  toFaultBody: (error: unknown) => FaultBody,
): Promise<PreviewsAnswer> {
  const judge = await judgeMany(of, items, untilIncluded(period))
  return {items: await Promise.all(items.map((item) => previewOf(of, {judge, item, toFaultBody})))}
}

async function previewOf(
  of: RequestCase,
  {
    judge,
    item,
    toFaultBody,
  }: {judge: JudgeRow; item: PreviewRequest; toFaultBody: (error: unknown) => FaultBody},
): Promise<PreviewsAnswer['items'][number]> {
  const {subject, kind} = item
  try {
    const {plan} = judge(item) ?? (await judgeRepair(of, item))
    if ('refused' in plan) throw toFault(plan)
    return {preview: await toPreview(plan)}
  } catch (error) {
    return {error: toFaultBody(error), subject, kind}
  }
}
