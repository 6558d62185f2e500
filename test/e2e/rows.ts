import type {Locator, Page} from 'playwright-core'

/** The worklist's row of somebody, whatever it says of them. */
export function rowOf(page: Page, name: string): Locator {
  return page.getByRole('list', {name: 'Entries'}).getByRole('listitem').filter({hasText: name})
}

/** The part of a row that is read aloud: `250 kr · Ada Lindqvist · Open week Trial Pass · paid, no pass`. */
export function sentenceOf(page: Page, name: string): Locator {
  return rowOf(page, name).getByRole('button', {name: new RegExp(`· ${name} ·`)})
}
