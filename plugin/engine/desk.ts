import type {z} from 'zod/mini'
import {entitlement, type Entitlement} from '../core/contract/entitlement.ts'
import {payment, type Payment} from '../core/contract/payment.ts'
import type {DeskNews, TextNews} from './desk-news.ts'
import {indexBasics, type FactsIndex, type Lookup} from './facts-index.ts'
import {newestFirst, type Row} from './rows.ts'

/** What a page holds of a school: every entry as a row, and whatever a row names, by id. */
export type Desk = {
  /** Newest first. */
  rows: readonly Row[]
  index: FactsIndex
  /** From when on payments were read; null where everything was. */
  readSince: number | null
}

type Texts = ReadonlyMap<string, string>
type Held = {desk: Desk; payments: Texts; entitlements: Texts}

/** A desk that follows what an engine tells of it. */
export function createDesk(): {hear: (news: DeskNews) => Desk} {
  let held: Held | null = null
  return {
    hear(news) {
      held = revised(news.isWhole ? null : held, news)
      return held.desk
    },
  }
}

function revised(held: Held | null, news: DeskNews): Held {
  const {basics, readSince} = news
  const payments = withTexts(held?.payments ?? new Map<string, string>(), news.payments)
  const entitlements = withTexts(held?.entitlements ?? new Map<string, string>(), news.entitlements)
  const known = basics === null ? held?.desk.index : indexBasics(basics)
  if (known === undefined) throw new Error('a desk was told in differences before it was told whole')
  const index: FactsIndex = {
    ...known,
    payments: readLazily<Payment>(payments, payment),
    entitlements: readLazily<Entitlement>(entitlements, entitlement),
  }
  return {desk: {rows: withRows(held?.desk.rows ?? [], news.rows), index, readSince}, payments, entitlements}
}

function withTexts(texts: Texts, {changed, gone}: TextNews): Texts {
  if (changed.length === 0 && gone.length === 0) return texts
  const next = new Map([...texts, ...changed])
  for (const id of gone) next.delete(id)
  return next
}

function withRows(rows: readonly Row[], {changed, gone}: DeskNews['rows']): readonly Row[] {
  if (changed.length === 0 && gone.length === 0) return rows
  const replaced = new Set([...gone, ...changed.map(({entry}) => entry.key)])
  // What stays is in order already, which is what the sorting is quick with.
  return [...rows.filter(({entry}) => !replaced.has(entry.key)), ...changed].toSorted(newestFirst)
}

/** Each is read when somebody looks, and once. */
function readLazily<Item>(texts: Texts, schema: z.ZodMiniType<Item>): Lookup<Item> {
  const read = new Map<string, Item>()
  return {
    get(id) {
      const known = read.get(id)
      if (known !== undefined) return known
      const json = texts.get(id)
      if (json === undefined) return undefined
      const item = schema.parse(JSON.parse(json))
      read.set(id, item)
      return item
    },
  }
}
