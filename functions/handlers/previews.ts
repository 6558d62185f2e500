import type {PreviewsAnswer, PreviewsRequest} from '../../plugin/core/contract/batch.ts'
import type {FaultBody} from '../../plugin/core/contract/fault.ts'
import type {PreviewRequest} from '../../plugin/core/contract/repair.ts'
import {judgeMany} from './judge-many.ts'
import {judgeRepair, toFault, toPreview, type Judged} from './judge-repair.ts'
import {untilIncluded} from './batch.ts'
import type {RequestCase} from './request-case.ts'

/** What many repairs would write, each for itself: one that cannot be planned spoils no other. */
export async function previews(
  of: RequestCase,
  {items, period}: PreviewsRequest,
  toFaultBody: (error: unknown) => FaultBody,
): Promise<PreviewsAnswer> {
  const answers = new Map<number, Promise<PreviewsAnswer['items'][number]>>()
  for await (const {item, row, judged} of judgeMany(of, items, untilIncluded(period))) {
    answers.set(row, previewOf(of, {judged, item, toFaultBody}))
  }
  const inOrder = [...answers].toSorted(([a], [b]) => a - b)
  return {items: await Promise.all(inOrder.map(([, answer]) => answer))}
}

async function previewOf(
  of: RequestCase,
  {
    judged,
    item,
    toFaultBody,
  }: {judged: Judged | null; item: PreviewRequest; toFaultBody: (error: unknown) => FaultBody},
): Promise<PreviewsAnswer['items'][number]> {
  const {subject, kind} = item
  try {
    const {plan} = judged ?? (await judgeRepair(of, item))
    if ('refused' in plan) throw toFault(plan)
    return {preview: await toPreview(plan, of.config.schema)}
  } catch (error) {
    return {error: toFaultBody(error), subject, kind}
  }
}
