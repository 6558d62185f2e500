import type {Facts} from '../../plugin/core/contract/facts.ts'
import type {Choice} from '../../plugin/core/contract/repair.ts'
import {accountsOf} from '../access/accounts-of.ts'
import type {Period, Reading} from '../ports.ts'
import {chosen, findOnPlatform, readNothing, toFacts} from './focused-facts.ts'
import {allOf, isPayment, namedBy} from './readings.ts'
import type {RequestCase} from './request-case.ts'

export type Wanted = {payment: string; choice: Choice}
/** Payments that were found, by the ids they were asked for (`sessions`: what the id means), and what is known now. */
export type Found = {facts: Facts; sessions: ReadonlyMap<string, string>}

/**
 * Reads what judging many payments of a school needs, together: whole pages of sessions where that takes fewer calls,
 * and the ledger for some of them at a time, so that the first can be repaired while the last are being read.
 *
 * @param onFound hears of each group once; what no account of the school knows is in none
 */
export async function readMany(
  of: RequestCase,
  {wanted, period}: {wanted: readonly Wanted[]; period: Period | null},
  onFound: (found: Found) => void,
): Promise<void> {
  const book = of.ledger.open(of.school)
  const missing = new Set(wanted.map(({payment}) => payment))
  await book.readBasics({references: [...missing]})
  const accounts = accountsOf(book.ledger())
  const read = readNothing(accounts, of.now())
  const choices = allOf(wanted.map(({choice}) => chosen(choice)))
  const readings: Reading[] = []
  let waiting: Reading[] = []
  let sessions = new Map<string, string>()
  let judged: Promise<void> = Promise.resolve()
  const ledger = {isFree: true}

  const keep = (more: readonly Reading[]): void => {
    waiting.push(...more)
    for (const reading of more) {
      for (const id of isPayment(reading) ? [reading.id, reading.paymentIntent] : [reading.id]) {
        if (id !== null && reading.id !== null && missing.delete(id)) sessions.set(id, reading.id)
      }
    }
  }
  const lookUp = async (
    earlier: Promise<void>,
    group: {waiting: Reading[]; sessions: Map<string, string>},
  ): Promise<void> => {
    await earlier
    readings.push(...group.waiting)
    await book.add(allOf([namedBy(group.waiting), choices]))
    ledger.isFree = true
    onFound({facts: toFacts(book, {readings, denied: [], read}), sessions: group.sessions})
  }
  const flush = (): void => {
    const group = {waiting, sessions}
    ledger.isFree = false
    waiting = []
    sessions = new Map()
    judged = lookUp(judged, group)
    // It is awaited at the end; until then its failure must not count as unhandled.
    judged.catch(() => undefined)
  }

  for (const account of accounts) {
    if (missing.size === 0) break
    for await (const more of of.payments.many(account, [...missing], period)) {
      keep(more)
      // The ledger is read for whatever was found by the time that it is free, while Stripe is read on beside it.
      if (ledger.isFree && sessions.size > 0) flush()
    }
  }
  const old = await Promise.all([...missing].map((id) => findOnPlatform(of, book, id)))
  keep(old.filter((reading) => reading !== null))
  flush()
  await judged
}
