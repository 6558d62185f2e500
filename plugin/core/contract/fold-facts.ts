import type {Entitlement} from './entitlement.ts'
import type {Facts, FactsPart, Ledger, Unreadable} from './facts.ts'
import {Fault} from './fault.ts'
import type {Payment} from './payment.ts'

type Done = Extract<FactsPart, {part: 'done'}>

/** The facts of a stream that came to its end, and what its end said besides. */
export type FoldedFacts = {facts: Facts} & Pick<Done, 'asOf' | 'elsewhere' | 'unchecked' | 'upkeep'>

/** Puts the parts of a stream together. A part that comes a second time, after a resumed stream, counts once. */
export function createFold() {
  const payments = new Map<string, Payment>()
  const unreadable = new Map<string, Unreadable>()
  let cursor: string | undefined
  let ledger: Ledger | undefined
  let entitlements: Entitlement[] = []
  let done: Done | undefined

  return {
    add(part: FactsPart): void {
      if (part.part === 'payments') {
        for (const payment of part.payments) payments.set(payment.id, payment)
        for (const record of part.unreadable) unreadable.set(JSON.stringify(record), record)
        cursor = part.cursor
      } else if (part.part === 'ledger') {
        ledger = part.ledger
        entitlements = [...part.ledger.entitlements]
      } else if (part.part === 'entitlements') entitlements.push(...part.entitlements)
      else if (part.part === 'done') done = part
    },
    /** Where a new stream has to begin; undefined at the start. */
    cursor: () => cursor,
    /** @throws Fault `bad_response` where the stream did not come to its end */
    whole(): FoldedFacts {
      if (!ledger || !done) throw new Fault('bad_response', 'the facts came without the ledger')
      const facts: Facts = {
        ...ledger,
        entitlements,
        unreadable: [...ledger.unreadable, ...unreadable.values()],
        payments: [...payments.values()],
        denied: done.denied,
        blind: null,
        read: done.read,
      }
      const {asOf, elsewhere, unchecked, upkeep} = done
      return {facts, asOf, elsewhere, unchecked, upkeep}
    },
  }
}
