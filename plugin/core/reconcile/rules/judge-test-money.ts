import {activeOf} from '../case.ts'
import {propose, type Rule} from '../judgement.ts'
import {isElsewhere} from './judge-excluded.ts'
import {revocation} from '../revocation.ts'

/** Test money left an active pass among the real ones. Asked first: nothing else counts for money that is none. */
export const judgeTestMoney: Rule = (one) => {
  if (one.payment.live === one.world.setting.live || isElsewhere(one)) return null
  const active = activeOf(one)
  if (active.length === 0) return null
  return {
    verdict: 'unpaid',
    reasons: ['test_mode'],
    confidence: 'check',
    repair: propose(
      'revoke',
      active.map((entitlement) => revocation(entitlement, 'test_mode')),
    ),
  }
}
