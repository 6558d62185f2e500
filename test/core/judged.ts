import type {Entry} from '../../plugin/core/contract/entry.ts'
import type {Facts} from '../../plugin/core/contract/facts.ts'
import {reconcile} from '../../plugin/core/reconcile/reconcile.ts'
import type {ReconcileOptions} from '../../plugin/core/reconcile/setting.ts'
import {NOW, someFacts} from './build-facts.ts'

/** All entries of a small school. */
export function entriesOf(facts: Partial<Facts>, options: Partial<ReconcileOptions> = {}): Entry[] {
  return reconcile(someFacts(facts), {now: NOW, ...options}).entries
}

/** The one entry of a school with one; says so when there are more or none. */
export function judged(facts: Partial<Facts>, options: Partial<ReconcileOptions> = {}): Entry {
  const [entry, ...others] = entriesOf(facts, options)
  if (entry === undefined || others.length > 0)
    throw new Error(`expected one entry, got ${others.length + (entry ? 1 : 0)}`)
  return entry
}

/** The entry with this key. */
export function entryOf(key: string, facts: Partial<Facts>, options: Partial<ReconcileOptions> = {}): Entry {
  const found = entriesOf(facts, options).find((entry) => entry.key === key)
  if (found === undefined) throw new Error(`no entry ${key}`)
  return found
}
