import type {Facts} from '../core/contract/facts.ts'
import type {Reconciliation} from '../core/contract/reconciliation.ts'
import {indexFacts, type Basics} from './facts-index.ts'
import {rowsOf, type Row} from './rows.ts'

/** What changed of a list of things, each as JSON text by its id: text crosses to a page at the cost of copying it. */
export type TextNews = {changed: readonly (readonly [id: string, json: string])[]; gone: readonly string[]}

/** What changed on a school's desk since it was told last; the first time, everything. */
export type DeskNews = {
  /** Everything, and not what changed since. */
  isWhole: boolean
  /** Null while they are as they were. */
  basics: Basics | null
  rows: {changed: readonly Row[]; gone: readonly string[]}
  payments: TextNews
  entitlements: TextNews
  /** From when on payments were read; null where everything was. */
  readSince: number | null
}

type Item = {id: string}
type Lists = {payments: readonly Item[]; entitlements: readonly Item[]}

/**
 * Tells a desk in differences. Ten thousand payments are read by nobody at once: they cross as text, and a page reads
 * the one that somebody opens.
 */
export function createDeskTeller(): (facts: Facts, judged: Reconciliation) => DeskNews {
  const texts = {rows: new Map<string, string>(), payments: createTexts(), entitlements: createTexts()}
  let told: Basics | null = null

  return (facts, {entries}) => {
    const {school, passes, students, unreadable, records, remarks} = facts
    const basics = {school, passes, students, unreadable, records, remarks}
    const isWhole = told === null
    const isNew = isWhole || Object.entries(basics).some(([name, value]) => !isHeld(told, name, value))
    told = basics
    const rows = rowsOf(entries, indexFacts(facts))
    const lists: Lists = facts
    return {
      isWhole,
      basics: isNew ? basics : null,
      rows: rowNews(rows, texts.rows),
      payments: texts.payments(lists.payments),
      entitlements: texts.entitlements(lists.entitlements),
      readSince: readSince(facts),
    }
  }
}

function isHeld(held: object | null, name: string, value: unknown): boolean {
  return held !== null && Object.entries(held).some(([known, before]) => known === name && before === value)
}

function rowNews(rows: readonly Row[], told: Map<string, string>): DeskNews['rows'] {
  const changed: Row[] = []
  const gone = new Set(told.keys())
  for (const row of rows) {
    const {key} = row.entry
    gone.delete(key)
    const text = JSON.stringify(row)
    if (told.get(key) === text) continue
    told.set(key, text)
    changed.push(row)
  }
  for (const key of gone) told.delete(key)
  return {changed, gone: [...gone]}
}

function createTexts(): (items: readonly Item[]) => TextNews {
  const told = new Map<string, {item: Item; json: string}>()
  return (items) => {
    const changed: [string, string][] = []
    const gone = new Set(told.keys())
    for (const item of items) {
      gone.delete(item.id)
      const known = told.get(item.id)
      if (known?.item === item) continue
      const json = JSON.stringify(item)
      told.set(item.id, {item, json})
      if (known?.json !== json) changed.push([item.id, json])
    }
    for (const id of gone) told.delete(id)
    return {changed, gone: [...gone]}
  }
}

function readSince({read}: Facts): number | null {
  if (read === null || read.length === 0) return null
  return Math.min(...read.map(({from}) => from))
}
