import type {Page} from 'playwright-core'
import {nb} from '../../../plugin/i18n/nb.ts'
import {DIALOG, INSPECTOR, type State} from './state.ts'

/** The main screens in the other language, whose words are longer. */
export const NORWEGIAN_STATES: readonly State[] = [
  {name: 'norsk-list', path: '/passes', arrive: (page) => adaOf(page).waitFor()},
  {
    name: 'norsk-row-open',
    path: '/passes',
    async arrive(page) {
      await adaOf(page).click()
      await page.getByRole('button', {name: `${nb['verb.dismiss']}…`}).waitFor()
    },
  },
  {
    name: 'norsk-preview',
    path: '/passes',
    part: DIALOG,
    async arrive(page) {
      const row = page.getByRole('listitem').filter({hasText: 'Ada Lindqvist'})
      await row.getByRole('button', {name: 'Gi kort med 10 klipp'}).first().click()
      await page.getByRole('dialog').getByRole('button', {name: nb['repair.confirm']}).waitFor()
    },
  },
  {
    name: 'norsk-selected',
    path: '/passes',
    async arrive(page) {
      await page.getByRole('checkbox', {name: /^Velg Ada Lindqvist/}).click()
      await page.getByRole('region', {name: nb['bulk.bar']}).waitFor()
    },
  },
  {
    name: 'norsk-student',
    path: '/passes/students/student-oskar-hellstrom',
    async arrive(page) {
      await page.getByRole('button', {name: nb['answers.shown.yes']}).first().click()
    },
  },
  {
    name: 'norsk-message',
    path: '/passes/students/student-oskar-hellstrom',
    part: DIALOG,
    async arrive(page) {
      await page
        .getByRole('button', {name: new RegExp(`^${nb['message.tell']}`)})
        .first()
        .click()
      await page.getByRole('dialog').getByRole('button', {name: nb['message.copy']}).waitFor()
    },
  },
  {
    name: 'norsk-activity',
    path: '/passes/activity',
    async arrive(page) {
      await page.getByRole('button', {name: nb['activity.details']}).last().click()
    },
  },
  {
    name: 'norsk-health',
    path: '/passes/health',
    arrive: (page) =>
      page.getByRole('region', {name: new RegExp(`^${nb['health.state.failing']}`)}).waitFor(),
  },
  {
    name: 'norsk-schools',
    path: '/passes/schools',
    as: 'p-sanna',
    async arrive(page) {
      await page.getByRole('button', {name: nb['overview.count']}).first().click()
      await page
        .getByText(/^\d+ til gjennomgang/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'norsk-inspector',
    path: '/structure/user;student-ada-lindqvist,inspect=passes',
    part: INSPECTOR,
    arrive: (page) => page.locator(INSPECTOR).getByText(nb['verdict.missing']).first().waitFor(),
  },
]

function adaOf(page: Page) {
  return page.getByRole('button', {name: /· Ada Lindqvist ·/})
}
