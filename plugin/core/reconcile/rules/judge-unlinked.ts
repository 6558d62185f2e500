import {propose, type Rule} from '../judgement.ts'

/** Granted by hand without ids: linked, never granted again. */
export const judgeUnlinked: Rule = ({suggested, rivals, payment}) => {
  if (suggested === null) return null
  const {id: session, paymentIntent} = payment
  const set = paymentIntent === null ? {session} : {session, paymentIntent}
  return {
    verdict: 'unlinked',
    reasons: ['same_student_and_pass'],
    confidence: rivals ? 'check' : 'likely',
    repair: propose('link', [{patch: {id: suggested.id, set, unset: []}}]),
  }
}
