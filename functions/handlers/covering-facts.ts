import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Choice} from '../../plugin/core/contract/repair.ts'
import {accountsOf} from '../access/accounts-of.ts'
import type {Period, Reading} from '../ports.ts'
import {chosen, findOnPlatform, readNothing, toFacts} from './focused-facts.ts'
import {allOf, isPayment, namedBy} from './readings.ts'
import type {RequestCase} from './request-case.ts'

/**
 * Everything that judging many payments of a school needs, read together: whole pages of sessions where that takes
 * fewer calls, and one reading of the ledger for all.
 *
 * @returns `sessions`: the session's id by whichever id it was asked for; what no account of the school knows is absent
 */
export async function factsOfPayments(
  of: RequestCase,
  wanted: readonly {payment: string; choice: Choice}[],
  period: Period | null,
): Promise<{facts: Facts; sessions: ReadonlyMap<string, string>}> {
  const book = of.ledger.open(of.school)
  const ids = [...new Set(wanted.map(({payment}) => payment))]
  await book.readBasics({references: ids})
  const accounts = accountsOf(book.ledger())
  const readings: Reading[] = []
  const sessions = new Map<string, string>()
  const keep = (more: readonly Reading[]): void => {
    readings.push(...more)
    for (const reading of more) {
      if (reading.id === null) continue
      sessions.set(reading.id, reading.id)
      if (isPayment(reading) && reading.paymentIntent !== null) {
        sessions.set(reading.paymentIntent, reading.id)
      }
    }
  }
  const missing = (): string[] => ids.filter((id) => !sessions.has(id))
  for (const account of accounts) {
    if (missing().length > 0) keep(await of.payments.many(account, missing(), period))
  }
  const old = await Promise.all(missing().map((id) => findOnPlatform(of, book, id)))
  keep(old.filter((reading) => reading !== null))
  const choices = wanted.map(({choice}) => chosen(choice))
  const named = allOf([namedBy(readings), ...choices])
  await book.add(named)
  const read = {readings, denied: [], read: readNothing(accounts, of.now())}
  return {facts: toFacts(book, read), sessions}
}
