import type {Locator, Page} from 'playwright-core'

/** The rows of the worklist: what there is to look at, and no other list of the screen. */
export function entriesIn(page: Page): Locator {
  return page.getByRole('list', {name: 'Entries'}).getByRole('listitem')
}

/** The worklist's row of somebody, whatever it says of them. */
export function rowOf(page: Page, name: string): Locator {
  return entriesIn(page).filter({hasText: name})
}

/** The part of a row that is read aloud: `250 kr · Ada Lindqvist · Open week Trial Pass · paid, no pass`. */
export function sentenceOf(page: Page, name: string): Locator {
  return rowOf(page, name).getByRole('button', {name: new RegExp(`· ${name} ·`)})
}
