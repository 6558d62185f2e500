import {Fault} from '../../plugin/core/contract/fault.ts'
import {factsOfPayment} from '../handlers/focused-facts.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import {WriteConflict} from '../ports.ts'
import {judgeAutomatic} from './judge-automatic.ts'
import type {AutomaticOptions, Outcome} from './outcome.ts'
import {withRivals} from './with-rivals.ts'
import {writeAutomatic} from './write-automatic.ts'

const ATTEMPTS = 3

/**
 * Reads one payment afresh, judges it, and writes what may be written without a person: once, however many do so at
 * the same moment. Whoever is beaten to it reads again, and finds nothing left to do.
 *
 * @param id a session's or a payment intent's
 * @throws Fault `not_found` where no account of the school knows it, or whatever kept it from being read or written
 * @example
 * const {done} = await repairPayment(of, 'cs_live_1', {automaticSince, autoRevoke, transitMinutes: 0, dryRun: false})
 */
export function repairPayment(of: RequestCase, id: string, options: AutomaticOptions): Promise<Outcome> {
  return attempt(1)

  async function attempt(nth: number): Promise<Outcome> {
    const {facts, payment} = await factsOfPayment(of, id)
    const judged = judgeAutomatic(of, facts, options)(payment)
    if (judged === null) throw new Fault('not_found', 'nothing was read of this payment', {payment})
    try {
      const outcome = await writeAutomatic(of, {facts, payment, judged}, options)
      const {payments, school} = facts
      const [seen = outcome] = await withRivals(of, [outcome], {payments, timeZone: school.timeZone})
      return seen
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error
      if (nth < ATTEMPTS) return attempt(nth + 1)
      throw new Fault('plan_changed', 'others keep writing to the same documents', {}, {cause: error})
    }
  }
}
