import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {FaultBody} from '../../plugin/core/contract/fault.ts'
import {isWeak} from '../handlers/judge-many.ts'
import type {RequestCase} from '../handlers/request-case.ts'
import {WriteConflict} from '../ports.ts'
import {judgeAutomatic, type JudgedEntry} from './judge-automatic.ts'
import {toOutcome, type AutomaticOptions, type Outcome} from './outcome.ts'
import {repairPayment} from './repair-payment.ts'
import {withRivals} from './with-rivals.ts'
import {writeAutomatic} from './write-automatic.ts'

const AT_ONCE = 4

/**
 * Judges many payments by what was just read of them together, and writes what may be written without a person, each
 * in a transaction of its own: one that fails stops no other. What depends on payments that were not read along is
 * read again by itself.
 *
 * @param read.payments session ids, of those in `facts`; one that was not read is left out
 * @param toFaultBody how a failure is told
 * @throws Fault `account_unreadable` where nothing may be said about payment
 */
export async function repairPayments(
  of: RequestCase,
  {facts, payments}: {facts: Facts; payments: readonly string[]},
  options: AutomaticOptions,
  toFaultBody: (error: unknown) => FaultBody,
): Promise<Outcome[]> {
  const judgedOf = judgeAutomatic(of, facts, options)
  const waiting = payments.flatMap((payment, place) => {
    const judged = judgedOf(payment)
    return judged === null ? [] : [{payment, judged, place}]
  })
  const outcomes = new Map<number, Outcome>()

  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      outcomes.set(next.place, await outcomeOf(next))
    }
  }
  const outcomeOf = async ({payment, judged}: {payment: string; judged: JudgedEntry}): Promise<Outcome> => {
    try {
      if (dependsOnOthers(judged, options)) return await repairPayment(of, payment, options)
      return await writeOrReadAgain(of, {facts, payment, judged}, options)
    } catch (error) {
      return toOutcome(judged.entry, payment, {state: 'failed', error: toFaultBody(error)})
    }
  }

  await Promise.all(Array.from({length: AT_ONCE}, work))
  const inOrder = [...outcomes].toSorted(([a], [b]) => a - b).map(([, outcome]) => outcome)
  return withRivals(of, inOrder, {payments: facts.payments, timeZone: facts.school.timeZone})
}

async function writeOrReadAgain(
  of: RequestCase,
  one: {facts: Facts; payment: string; judged: JudgedEntry},
  options: AutomaticOptions,
): Promise<Outcome> {
  try {
    return await writeAutomatic(of, one, options)
  } catch (error) {
    if (error instanceof WriteConflict) return repairPayment(of, one.payment, options)
    throw error
  }
}

/** Read alone it may turn out to be settled; where nothing would be written in any case, that is not worth a call. */
function dependsOnOthers(
  {entry: {reasons, notes, dismissed}}: JudgedEntry,
  {automaticSince}: AutomaticOptions,
) {
  return automaticSince !== null && dismissed === null && isWeak([...reasons, ...notes])
}
