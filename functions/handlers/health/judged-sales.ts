import type {Entry} from '../../../plugin/core/contract/entry.ts'
import type {Pass} from '../../../plugin/core/contract/pass.ts'
import type {Payment} from '../../../plugin/core/contract/payment.ts'
import {reconcile} from '../../../plugin/core/reconcile/reconcile.ts'
import {salesOf, type Sale} from '../../../plugin/core/reconcile/sales.ts'
import {namedBy, partsOf} from '../readings.ts'
import type {Evidence} from './gather.ts'
import type {HealthCase} from './health-case.ts'
import {tell, type Told} from './told.ts'

/** The newest sales, judged as everywhere else. */
export type JudgedSales = {
  sales: Sale[]
  entries: Map<string, Entry>
  payments: Payment[]
  passes: Map<string, Pass>
  /** From when on no payment is missing: from the first, where all were read. */
  knownFrom: number
}

/** Looks up who bought what of the sessions that were read, and lets the engine say what they hold for it. */
export function judgeSales(
  of: Pick<HealthCase, 'config' | 'now'>,
  {sessions, ledger, book}: Pick<Evidence, 'sessions' | 'ledger' | 'book'>,
): Promise<Told<JudgedSales>> {
  return tell(async () => {
    const page = sessions.value
    if (page === undefined) throw sessions.fault
    if (ledger.value === undefined) throw ledger.fault
    await book.add(namedBy(page.items))
    const {payments, unreadable} = partsOf(page.items)
    const {live, application} = of.config
    const known = book.ledger()
    const facts = {
      ...known,
      unreadable: [...known.unreadable, ...unreadable],
      payments,
      denied: [],
      blind: null,
      read: [],
    }
    const {entries} = reconcile(facts, {now: of.now(), live, application})
    return {
      sales: salesOf(entries, payments),
      entries: new Map(entries.map((entry) => [entry.key, entry])),
      payments,
      passes: new Map(known.passes.map((pass) => [pass.id, pass])),
      knownFrom: page.complete ? -Infinity : Math.min(...payments.map(({createdAt}) => createdAt)),
    }
  })
}
