import type {PreviewRequest} from '../../plugin/core/contract/repair.ts'
import type {Reason} from '../../plugin/core/contract/verdict.ts'
import type {Period} from '../ports.ts'
import type {Judged} from './judge-repair.ts'
import {planFitting} from './plan-fitting.ts'
import {readMany, type Found, type Wanted} from './read-many.ts'
import type {RequestCase} from './request-case.ts'

const WEAK: ReadonlySet<Reason> = new Set(['same_student_and_pass', 'manual_leftover', 'similar_entitlement'])

/** Whether they rest on which payment a pass without ids fits best: for those, everything by the same email counts. */
export function isWeak(reasons: readonly Reason[]): boolean {
  return reasons.some((why) => WEAK.has(why))
}

/** One of many, by its place; judged by what was read for all, or null where it must be read by itself. */
export type JudgedRow<Item> = {item: Item; row: number; judged: Judged | null}

/**
 * Judges what many repairs are about, each as soon as what it needs has been read, so that a batch costs pages instead
 * of payments. Several may read the stream at once: each row comes out once.
 */
export function judgeMany<Item extends PreviewRequest>(
  of: RequestCase,
  items: readonly Item[],
  period: Period | null,
): ReadableStream<JudgedRow<Item>> {
  const open = new Map(items.entries())
  const paid: Wanted[] = items.flatMap(({subject, choice = {}}) =>
    'payment' in subject ? [{payment: subject.payment, choice}] : [],
  )
  return new ReadableStream<JudgedRow<Item>>({
    start(controller) {
      const onFound = (found: Found): void => {
        for (const [row, item] of open) {
          const {subject} = item
          const payment = 'payment' in subject ? found.sessions.get(subject.payment) : undefined
          if (payment === undefined) continue
          open.delete(row)
          controller.enqueue({item, row, judged: judge(of, found, {item, payment})})
        }
      }
      const fill = async (): Promise<void> => {
        if (paid.length > 1) await readMany(of, {wanted: paid, period}, onFound)
        for (const [row, item] of open) controller.enqueue({item, row, judged: null})
        controller.close()
      }
      // Not awaited: what is found is repaired while the rest is still on its way.
      fill().catch((error: unknown) => controller.error(error))
    },
  })
}

function judge(
  of: RequestCase,
  {facts}: Found,
  {item: {kind, choice, reason}, payment}: {item: PreviewRequest; payment: string},
): Judged | null {
  const {live, application} = of.config
  const wish = {subject: {payment}, kind, choice, reason}
  const plan = planFitting(of, facts, wish, {now: of.now(), live, application})
  if ('refused' in plan) return plan.refused === 'already_repaired' ? {facts, plan} : null
  return isWeak([...plan.reasons, ...plan.notes]) ? null : {facts, plan}
}
