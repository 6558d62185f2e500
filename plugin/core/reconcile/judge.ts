import type {Case} from './case.ts'
import type {Judgement, Rule} from './judgement.ts'
import {judgeConflict} from './rules/judge-conflict.ts'
import {judgeDuplicate} from './rules/judge-duplicate.ts'
import {judgeExcluded} from './rules/judge-excluded.ts'
import {judgeHeld} from './rules/judge-held.ts'
import {judgeMatched} from './rules/judge-matched.ts'
import {judgeInTransit, judgeMissing} from './rules/judge-missing.ts'
import {judgeRefunded} from './rules/judge-refunded.ts'
import {judgeTestMoney} from './rules/judge-test-money.ts'
import {judgeUnattributed} from './rules/judge-unattributed.ts'
import {judgeUnlinked} from './rules/judge-unlinked.ts'
import {judgeUpgrade} from './rules/judge-upgrade.ts'

/** In the order of the verdicts: the first that applies counts. */
const RULES: readonly Rule[] = [
  judgeTestMoney,
  judgeExcluded,
  judgeConflict,
  judgeRefunded,
  judgeDuplicate,
  judgeUpgrade,
  judgeHeld,
  judgeMatched,
  judgeUnattributed,
  judgeUnlinked,
  judgeInTransit,
]

export function judge(one: Case): Judgement {
  for (const rule of RULES) {
    const judgement = rule(one)
    if (judgement !== null) return judgement
  }
  return judgeMissing(one)
}
