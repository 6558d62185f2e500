import type {Entitlement} from '../contract/entitlement.ts'
import type {Facts} from '../contract/facts.ts'
import type {Payment} from '../contract/payment.ts'
import type {RepairRecord} from '../contract/repair.ts'
import {onceEach} from './cases.ts'

/** An item that came, went or is another now. */
export type Changed<Item> = {id: string; before: Item | null; after: Item | null}

export type ChangedFacts = {
  payments: Changed<Payment>[]
  entitlements: Changed<Entitlement>[]
  records: Changed<RepairRecord>[]
}

/** What is of some people only, or bears on no verdict. */
const OF_SOMEBODY: ReadonlySet<string> = new Set([
  'payments',
  'entitlements',
  'records',
  'remarks',
  'unreadable',
])

/** What is other in the later facts; null where something is that may concern everybody. */
export function changedFacts(before: Facts, after: Facts): ChangedFacts | null {
  const [known, now] = [new Map(Object.entries(before)), Object.entries(after)]
  if (now.some(([name, value]) => !OF_SOMEBODY.has(name) && known.get(name) !== value)) return null
  return {
    payments: changed(before.payments, after.payments, (all) => [...onceEach(all).values()]),
    entitlements: changed(before.entitlements, after.entitlements),
    records: changed(before.records, after.records),
  }
}

function changed<Item extends {id: string}>(
  before: readonly Item[],
  after: readonly Item[],
  once: (items: readonly Item[]) => readonly Item[] = (items) => items,
): Changed<Item>[] {
  if (before === after) return []
  // Of ten thousand one changed: what stands before it and after it need not be looked at.
  const [was, is] = [once(before), once(after)]
  const from = was.findIndex((item, place) => is[place] !== item)
  const begin = from < 0 ? Math.min(was.length, is.length) : from
  let alike = 0
  while (alike < Math.min(was.length, is.length) - begin && was.at(-1 - alike) === is.at(-1 - alike))
    alike += 1
  const gone = new Map(was.slice(begin, was.length - alike).map((item) => [item.id, item]))
  const others: Changed<Item>[] = []
  for (const item of is.slice(begin, is.length - alike)) {
    const known = gone.get(item.id) ?? null
    gone.delete(item.id)
    if (known !== item) others.push({id: item.id, before: known, after: item})
  }
  return [...others, ...[...gone].map(([id, item]) => ({id, before: item, after: null}))]
}
