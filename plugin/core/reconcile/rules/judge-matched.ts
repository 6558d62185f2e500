import type {Judgement, Rule} from '../judgement.ts'
import {lostMoney} from '../lost-money.ts'

const MATCHED: Judgement = {verdict: 'matched', reasons: [], confidence: 'certain', repair: null}

/** Agrees: something stands for the payment and nothing is wrong with it, or the money is back and nothing stands. */
export const judgeMatched: Rule = (one) => {
  // An inactive one gives way to one that was made by hand in its place.
  const stands = one.judged !== null && (one.judged.active || one.suggested === null)
  return stands || lostMoney(one.payment) !== null ? MATCHED : null
}
