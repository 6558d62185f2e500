import type {Payment} from '../../plugin/core/contract/payment.ts'
import {findRivals, type Made} from '../handlers/find-rivals.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import type {Outcome} from './outcome.ts'

/** Looks once, for all passes that were just made, who else made one for the same payment meanwhile. */
export async function withRivals(
  of: RequestCase,
  outcomes: readonly Outcome[],
  {payments, timeZone}: {payments: readonly Payment[]; timeZone: string},
): Promise<Outcome[]> {
  const made = outcomes.flatMap(({payment: id, done}): Made[] => {
    const payment = payments.find((each) => each.id === id)
    const isMade = done.state === 'written' && (done.kind === 'grant' || done.kind === 'complete_upgrade')
    return isMade && payment !== undefined ? [{payment, receipt: done.receipt}] : []
  })
  const rivals = await findRivals(of, made, timeZone)
  const madeFor = new Set(made.map(({payment}) => payment.id))
  return outcomes.map((outcome) => {
    const {payment, done} = outcome
    if (done.state !== 'written' || !madeFor.has(payment)) return outcome
    const duplicates = rivals === null ? null : (rivals.get(payment) ?? []).map(({id}) => id)
    return {...outcome, done: {...done, duplicates}}
  })
}
