import {rowOf, sentenceOf} from '../rows.ts'
import {DIALOG, type State} from './state.ts'

/** The worklist and its rows. */
export const LIST_STATES: readonly State[] = [
  {name: 'list', path: '/passes', arrive: (page) => sentenceOf(page, 'Ada Lindqvist').waitFor()},
  {
    name: 'row-open',
    path: '/passes',
    async arrive(page) {
      await sentenceOf(page, 'Ada Lindqvist').click()
      await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Dismiss…'}).waitFor()
    },
  },
  {
    name: 'row-more',
    path: '/passes',
    async arrive(page) {
      await sentenceOf(page, 'Ada Lindqvist').click()
      await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'More'}).click()
      await page.getByRole('menuitem', {name: 'Copy as proof'}).waitFor()
    },
  },
  {
    name: 'row-open-with-record',
    path: '/passes?passes[tab]=fixed',
    async arrive(page) {
      await sentenceOf(page, 'Idris Warsame').click()
      await rowOf(page, 'Idris Warsame')
        .getByText(/^Payment linked to a pass/)
        .waitFor()
    },
  },
  {
    name: 'row-open-duplicate',
    path: '/passes?passes[text]=celine',
    async arrive(page) {
      await sentenceOf(page, 'Celine Aas').click()
      await rowOf(page, 'Celine Aas').getByRole('button', {name: 'Dismiss…'}).waitFor()
    },
  },
  {
    name: 'dismissed',
    path: '/passes?passes[tab]=dismissed',
    arrive: (page) => sentenceOf(page, 'Kasper Lund').waitFor(),
  },
  {
    name: 'everything',
    path: '/passes?passes[tab]=all',
    arrive: (page) => sentenceOf(page, 'Ada Lindqvist').waitFor(),
  },
  {
    name: 'nothing-fits',
    path: '/passes?passes[text]=nobody+of+this+name',
    arrive: (page) => page.getByRole('heading', {name: 'Nothing fits these filters'}).waitFor(),
  },
  {
    name: 'link-elsewhere',
    path: '/passes?passes[open]=cs_live_of_no_payment',
    arrive: (page) => page.getByText(/The entry of this link is not among/).waitFor(),
  },
  {
    name: 'link-to-another-school',
    path: '/passes?passes[school]=school-havn',
    arrive: (page) => page.getByText('This link is for a school that you may not act for').waitFor(),
  },
  {
    name: 'keys',
    path: '/passes',
    part: DIALOG,
    async arrive(page) {
      await sentenceOf(page, 'Ada Lindqvist').waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog', {name: 'With the keyboard'}).waitFor()
    },
  },
  {
    name: 'selected',
    path: '/passes',
    async arrive(page) {
      await page.getByRole('checkbox', {name: /^Select Ada Lindqvist/}).click()
      await page.getByRole('region', {name: 'Selected entries'}).waitFor()
    },
  },
  {
    name: 'filters-on-a-phone',
    path: '/passes',
    async arrive(page) {
      await page.setViewportSize({width: 390, height: 860})
      await page.getByRole('button', {name: 'Filters', exact: true}).click()
      await page.getByRole('combobox', {name: 'Verdict'}).waitFor()
    },
  },
  {
    name: 'note',
    path: '/passes',
    async arrive(page) {
      await sentenceOf(page, 'Ada Lindqvist').click()
      await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Add a note…'}).click()
      await rowOf(page, 'Ada Lindqvist').getByRole('textbox').waitFor()
    },
  },
]
