import type {Entitlement} from '../core/contract/entitlement.ts'
import type {Payment} from '../core/contract/payment.ts'
import type {DeskNews, TextNews} from './desk-news.ts'
import {indexBasics, type Basics, type FactsIndex, type Lookup} from './facts-index.ts'
import {newestFirst, type Row} from './rows.ts'

/** What a page holds of a school: every entry as a row, and whatever a row names, by id. */
export type Desk = {
  /** Newest first. */
  rows: readonly Row[]
  /** False while older rows are still to come, which takes a moment: then nothing may be counted. */
  isWhole: boolean
  index: FactsIndex
  /** From when on payments were read; null where everything was. */
  readSince: number | null
}

/** JSON by id: what came first, and what came since, null where it went. */
type Texts = {first: ReadonlyMap<string, string>; since: ReadonlyMap<string, string | null>}
type Held = {desk: Desk; basics: Basics; payments: Texts; entitlements: Texts}

/** A desk that follows what an engine tells of it, part by part. */
export type DeskMaker = {
  take: (news: DeskNews) => void
  /** The desk with everything that was taken. */
  show: () => Desk
}

export function createDesk(): DeskMaker {
  let held: Held | null = null
  let parts: DeskNews[] = []
  return {
    take(news) {
      if (news.isFirst) held = null
      parts = news.isFirst ? [news] : [...parts, news]
    },
    show() {
      if (held !== null && parts.length === 0) return held.desk
      held = revised(held, parts)
      parts = []
      return held.desk
    },
  }
}

const NO_TEXTS: Texts = {first: new Map(), since: new Map()}

function revised(held: Held | null, parts: readonly DeskNews[]): Held {
  const last = parts.at(-1)
  const news = Object.fromEntries(parts.flatMap((part) => Object.entries(part.basics)))
  const basics: Partial<Basics> = {...held?.basics, ...news}
  if (last === undefined || !isComplete(basics)) {
    throw new Error('a desk was told in differences before it was told whole')
  }
  const payments = withTexts(
    held?.payments ?? NO_TEXTS,
    parts.map((part) => part.payments),
  )
  const entitlements = withTexts(
    held?.entitlements ?? NO_TEXTS,
    parts.map((part) => part.entitlements),
  )
  const known = held === null || Object.keys(news).length > 0 ? indexBasics(basics) : held.desk.index
  const isSame =
    held?.desk.index === known && held.payments === payments && held.entitlements === entitlements
  const index: FactsIndex = isSame
    ? held.desk.index
    : {
        ...known,
        payments: readLazily<Payment>(payments),
        entitlements: readLazily<Entitlement>(entitlements),
      }
  const rows = withRows(
    held?.desk.rows ?? [],
    parts.map((part) => part.rows),
  )
  const {more, readSince} = last
  return {desk: {rows, isWhole: !more, index, readSince}, basics, payments, entitlements}
}

const NAMES = ['school', 'passes', 'students', 'unreadable', 'records', 'remarks'] as const

function isComplete(basics: Partial<Basics>): basics is Basics {
  return NAMES.every((name) => basics[name] !== undefined)
}

/** So many changes stand beside the rest, and are looked at first; of more, all are put together anew. */
const FEW = 500

function withTexts(texts: Texts, news: readonly TextNews[]): Texts {
  if (news.every(({changed, gone}) => changed.length === 0 && gone.length === 0)) return texts
  const since = new Map(texts.since)
  for (const {changed, gone} of news) {
    for (const [id, json] of changed) since.set(id, json)
    for (const id of gone) since.set(id, null)
  }
  if (since.size <= FEW) return {first: texts.first, since}
  const first = new Map(texts.first)
  for (const [id, json] of since) {
    if (json === null) first.delete(id)
    else first.set(id, json)
  }
  return {first, since: new Map()}
}

function withRows(rows: readonly Row[], news: readonly DeskNews['rows'][]): readonly Row[] {
  if (news.every(({changed, gone}) => changed.length === 0 && gone.length === 0)) return rows
  const since = new Map<string, Row | null>()
  for (const {changed, gone} of news) {
    for (const row of changed) since.set(row.entry.key, row)
    for (const key of gone) since.set(key, null)
  }
  const kept = rows.filter(({entry}) => !since.has(entry.key))
  // Most are in order already, which is what the sorting is quick with.
  const changed = [...since.values()].filter((row) => row !== null)
  return [...kept, ...changed].toSorted(newestFirst)
}

/** Each is read when somebody looks, and once. The engine parsed it before it made a text of it. */
function readLazily<Item>(texts: Texts): Lookup<Item> {
  const read = new Map<string, Item>()
  return {
    get(id) {
      const known = read.get(id)
      if (known !== undefined) return known
      const changed = texts.since.get(id)
      const json = changed === undefined ? texts.first.get(id) : changed
      if (json === undefined || json === null) return undefined
      const item: Item = JSON.parse(json)
      read.set(id, item)
      return item
    },
  }
}
