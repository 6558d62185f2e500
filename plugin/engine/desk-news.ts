import type {Entry} from '../core/contract/entry.ts'
import type {Facts} from '../core/contract/facts.ts'
import type {JudgedSchool} from '../core/reconcile/judge-school.ts'
import {indexBasics, type Basics, type FactsIndex} from './facts-index.ts'
import {isAlike} from '../live/is-alike.ts'
import {rowOf, type Row} from './rows.ts'

/** What changed of a list of things, each as JSON text by its id: text crosses to a page at the cost of copying it. */
export type TextNews = {changed: readonly (readonly [id: string, json: string])[]; gone: readonly string[]}

/** What changed on a school's desk since it was told last; the first time, everything, in parts. */
export type DeskNews = {
  /** A desk is begun. */
  isFirst: boolean
  /** Another part follows at once: with this one alone a desk is not what it should be. */
  more: boolean
  /** Those that changed. */
  basics: Partial<Basics>
  rows: {changed: readonly Row[]; gone: readonly string[]}
  payments: TextNews
  entitlements: TextNews
  /** From when on payments were read; null where everything was. */
  readSince: number | null
}

/** Enough to fill any screen. */
const FIRST_ROWS = 60
/** Taking so many in costs a slow page less than the blink that somebody would feel. */
const ROWS_AT_ONCE = 400

type Item = {id: string}

/**
 * Tells a desk in differences. Ten thousand payments are read by nobody at once: they cross as text, and a page reads
 * the one that somebody opens. The first rows cross before the others are even judged.
 */
export function createDeskTeller(
  tell: (news: DeskNews) => void,
): (facts: Facts, judged: JudgedSchool) => void {
  const rows = new Map<string, {entry: Entry; row: Row}>()
  const texts = {payments: createTexts(), entitlements: createTexts()}
  let told: Basics | null = null

  return (facts, judged) => {
    const now = basicsOf(facts)
    const index: FactsIndex = {
      ...indexBasics(now),
      payments: {get: judged.payment},
      entitlements: {get: judged.entitlement},
    }
    const basics = told === null ? now : changedBasics(told, now)
    const [isFirst, mayBeOther] = [told === null, rowsThatMayBeOther(told, now)]
    told = now
    const since = readSince(facts)
    const gone = new Set(rows.keys())
    let part = emptyPart(isFirst, basics, since)

    for (const entry of judged.entries()) {
      const {key} = entry
      const known = rows.get(key)
      gone.delete(key)
      if (known?.entry === entry && !mayBeOther(entry)) continue
      const row = rowOf(entry, index)
      rows.set(key, {entry, row})
      if (known !== undefined && isAlike(known.row, row)) continue
      part.rows.changed.push(row)
      addParties(part, entry, index, texts)
      if (part.rows.changed.length < (part.isFirst ? FIRST_ROWS : ROWS_AT_ONCE)) continue
      tell({...part, more: true})
      part = emptyPart(false, {}, since)
    }
    for (const key of gone) rows.delete(key)
    part.rows.gone.push(...gone)
    texts.payments.finish(facts.payments, part.payments)
    texts.entitlements.finish(facts.entitlements, part.entitlements)
    tell({...part, more: false})
  }
}

type Part = Omit<DeskNews, 'more' | 'rows' | 'payments' | 'entitlements'> & {
  rows: {changed: Row[]; gone: string[]}
  payments: TextPart
  entitlements: TextPart
}
type TextPart = {changed: [string, string][]; gone: string[]}

function emptyPart(isFirst: boolean, basics: Partial<Basics>, since: number | null): Part {
  const nothing = () => ({changed: [], gone: []})
  return {isFirst, basics, rows: nothing(), payments: nothing(), entitlements: nothing(), readSince: since}
}

/** What a row names comes with it. */
function addParties(
  part: Part,
  {payment, entitlements}: Entry,
  index: FactsIndex,
  texts: {payments: Texts; entitlements: Texts},
): void {
  texts.payments.add(payment === null ? undefined : index.payments.get(payment), part.payments)
  for (const id of entitlements) texts.entitlements.add(index.entitlements.get(id), part.entitlements)
}

type Texts = {
  add: (item: Item | undefined, to: TextPart) => void
  /** Adds whatever was not yet told, and what is gone. */
  finish: (items: readonly Item[], to: TextPart) => void
}

function createTexts(): Texts {
  const told = new Map<string, Item>()
  const add: Texts['add'] = (item, to) => {
    const known = item === undefined ? undefined : told.get(item.id)
    if (item === undefined || known === item) return
    told.set(item.id, item)
    if (known === undefined || !isAlike(known, item)) to.changed.push([item.id, JSON.stringify(item)])
  }
  return {
    add,
    finish(items, to) {
      const gone = new Set(told.keys())
      for (const item of items) {
        gone.delete(item.id)
        add(item, to)
      }
      for (const id of gone) told.delete(id)
      to.gone.push(...gone)
    },
  }
}

function basicsOf({school, passes, students, unreadable, records, remarks}: Facts): Basics {
  return {school, passes, students, unreadable, records, remarks}
}

function changedBasics(told: Basics, now: Basics): Partial<Basics> {
  const before = new Map<string, unknown>(Object.entries(told))
  const changed = Object.entries(now).filter(([name, value]) => !isAlike(before.get(name), value))
  return Object.fromEntries(changed)
}

/**
 * An entry that is the same object as before makes the same row, unless something beside it is another. A record is
 * judged with whatever it is about, so that its entry is a new one; a remark bears on no verdict.
 */
function rowsThatMayBeOther(told: Basics | null, now: Basics): (entry: Entry) => boolean {
  const isOther = (name: 'school' | 'passes' | 'students' | 'unreadable') => told?.[name] !== now[name]
  if (isOther('school') || isOther('passes') || isOther('students') || isOther('unreadable'))
    return () => true
  const [before, after] = [new Set(told?.remarks), new Set(now.remarks)]
  const others = [...before, ...after].filter((remarks) => !before.has(remarks) || !after.has(remarks))
  const about = new Set(others.map((remarks) => remarks.about))
  return ({key, entitlements}) => about.has(key) || entitlements.some((id) => about.has(id))
}

function readSince({read}: Facts): number | null {
  if (read === null || read.length === 0) return null
  return Math.min(...read.map(({from}) => from))
}
