import type {Entry} from '../core/contract/entry.ts'
import type {Facts} from '../core/contract/facts.ts'
import type {FirstText} from '../i18n/use-first-text.ts'

/** An entry that somebody should look at, and whatever a dialog about it can name. */
export type Mismatch = {entry: Entry; facts: Facts}

/** What an action says, and what it is for: mending the one mismatch, or looking at all of them. */
export type Offer = {
  label: string
  title: string
  act: 'review' | Mismatch | null
}

/** What a document says by itself of its payments and passes. How comes with the answer: a Studio starts without it. */
export type Glance = {
  /** Null while nothing is known, and where nothing is wrong. */
  badge: (text: FirstText) => string | null
  offer: (text: FirstText) => Offer
}
