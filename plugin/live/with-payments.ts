import type {Facts} from '../core/contract/facts.ts'
import type {Payment} from '../core/contract/payment.ts'
import {isAlike} from './is-alike.ts'

/**
 * Facts of a school with some of its payments read anew, and with whoever and whatever they brought along. A payment
 * from before the time that was read is left out, as reading everything would leave it out. Lists that nothing is new in
 * stay the same.
 */
export function withPayments(facts: Facts, read: Facts): Facts {
  const payments = merged(
    facts.payments,
    read.payments.filter((payment) => isAskedFor(facts, payment)),
    (held, now) => !isAlike(held, now),
  )
  const isLater = (held: {rev: string; updatedAt: number}, now: {rev: string; updatedAt: number}) =>
    held.rev !== now.rev && held.updatedAt <= now.updatedAt
  const known = new Set(facts.students.flatMap(({id, clerkId}) => [id, clerkId]))
  const bookings = read.bookings.filter(({student}) => !known.has(student))
  const there = new Set([...facts.payments, ...payments].map(({id}) => id))
  const denied = [...new Set([...facts.denied, ...read.denied])].filter((id) => !there.has(id))
  return {
    ...facts,
    payments,
    passes: merged(facts.passes, read.passes),
    students: merged(facts.students, read.students),
    entitlements: merged(facts.entitlements, read.entitlements, isLater),
    records: merged(facts.records, read.records),
    drafts: merged(facts.drafts, read.drafts),
    bookings: bookings.length === 0 ? facts.bookings : [...facts.bookings, ...bookings],
    denied: isAlike(denied, facts.denied) ? facts.denied : denied,
    unreadable: merged(facts.unreadable, read.unreadable),
  }
}

/** Held already, or of the time that was read and since. */
function isAskedFor({payments, read}: Facts, {id, account, createdAt}: Payment): boolean {
  return (
    payments.some((payment) => payment.id === id) ||
    read === null ||
    read.some((window) => window.account === account && createdAt >= window.from)
  )
}

/** A list with what is new, and with what is `other` in the place of what it was. */
function merged<Item extends {id: string | null}>(
  list: Item[],
  read: readonly Item[],
  isOther: (held: Item, now: Item) => boolean = () => false,
): Item[] {
  const places = new Map(list.map(({id}, place) => [id, place]))
  const next = [...list]
  let isNew = false
  for (const item of read) {
    const place = places.get(item.id) ?? next.length
    const held = next[place]
    if (held !== undefined && !isOther(held, item)) continue
    next[place] = item
    places.set(item.id, place)
    isNew = true
  }
  return isNew ? next : list
}
