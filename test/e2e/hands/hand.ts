import type {Locator} from 'playwright-core'

/** How somebody works the screens. A walk is written once, and done by each of them. */
export interface Hand {
  /** A button, a link, a tab, a radio button, or an option of a search. */
  press: (target: Locator) => Promise<void>
  /** Puts a text where another may stand. */
  type: (field: Locator, text: string) => Promise<void>
  /** The option of a select that says exactly this. */
  choose: (select: Locator, words: string) => Promise<void>
  /** Picks a row of the worklist, to be repaired with others. */
  pick: (row: Locator) => Promise<void>
  /** Begins the repair that a row of the worklist offers under this name. */
  repair: (row: Locator, verb: string) => Promise<void>
}
