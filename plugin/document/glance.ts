import type {Entry} from '../core/contract/entry.ts'
import type {Facts} from '../core/contract/facts.ts'

/** An entry that somebody should look at, and whatever a dialog about it can name. */
export type Mismatch = {entry: Entry; facts: Facts}

/** What a document says by itself of its payments and passes. */
export type Glance = {
  /** Null while nothing is known, and where nothing is wrong. */
  badge: string | null
  /** What its action says. */
  label: string
  title: string
  /** What that is for: mending the one mismatch, or looking at all of them. */
  act: 'review' | Mismatch | null
}
