import {standing} from '../case.ts'
import type {Rule} from '../judgement.ts'
import {lostMoney} from '../lost-money.ts'

/** Agrees: something stands for the payment and nothing is wrong with it, or the money is back and nothing stands. */
export const judgeMatched: Rule = (one) => {
  const held = standing(one)
  const isReplaced = one.suggested !== null && !held.some(({entitlement}) => entitlement.active)
  const agrees = (held.length > 0 && !isReplaced) || lostMoney(one.payment) !== null
  return agrees ? {verdict: 'matched', reasons: [], confidence: 'certain', repair: null} : null
}
