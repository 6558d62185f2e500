import type {Page} from 'playwright-core'
import {rowOf, sentenceOf} from '../rows.ts'
import {DIALOG, type State} from './state.ts'

/** What a repair asks, shows and says before, while and after it is written. */
export const DIALOG_STATES: readonly State[] = [
  {
    name: 'preview',
    path: '/passes',
    part: DIALOG,
    async arrive(page) {
      await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).first().click()
      await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).waitFor()
    },
  },
  {
    name: 'preview-correction',
    path: '/passes?passes[text]=bjørn',
    part: DIALOG,
    async arrive(page) {
      await rowOf(page, 'Bjørn Haugen').getByRole('button', {name: 'Correct the pass'}).click()
      await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).waitFor()
      await page.getByText(/document as it is written/).click()
    },
  },
  {
    name: 'preview-refused',
    path: '/passes',
    as: 'p-viljar',
    part: DIALOG,
    async arrive(page) {
      await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).first().click()
      const confirm = page.getByRole('dialog').getByRole('button', {name: 'Confirm'})
      const refused = page.getByRole('dialog').getByRole('alert')
      await confirm.or(refused).first().waitFor()
      if (await confirm.isVisible()) await confirm.click()
      await refused.waitFor()
    },
  },
  {
    name: 'choose-student',
    path: '/passes?passes[text]=marit',
    part: DIALOG,
    async arrive(page) {
      await rowOf(page, 'Marit Ødegård').getByRole('button', {name: 'Choose the student'}).click()
      await page.getByRole('dialog').getByRole('combobox').fill('a')
      await page.getByRole('option').filter({visible: true}).first().waitFor()
    },
  },
  {
    name: 'choose-pass',
    path: '/passes?passes[text]=hanna',
    part: DIALOG,
    async arrive(page) {
      await rowOf(page, 'Hanna Sørli').getByRole('button', {name: 'Choose the pass'}).click()
      await page.getByRole('dialog').getByRole('combobox', {name: 'Choose a pass'}).waitFor()
    },
  },
  {
    name: 'dismiss',
    path: '/passes',
    part: DIALOG,
    async arrive(page) {
      await sentenceOf(page, 'Ada Lindqvist').click()
      await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Dismiss…'}).click()
      await page.getByRole('textbox', {name: /Reason/}).waitFor()
    },
  },
  {
    name: 'grant-without-payment',
    path: '/passes/students/student-samuel-okafor',
    part: DIALOG,
    async arrive(page) {
      await page.getByRole('button', {name: 'Grant without payment…'}).click()
      await page
        .getByRole('dialog')
        .getByRole('textbox', {name: /Reason/})
        .fill('Helped at the open week')
    },
  },
  {
    name: 'message',
    path: '/passes/students/student-oskar-hellstrom',
    part: DIALOG,
    async arrive(page) {
      await page
        .getByRole('button', {name: /^Tell the student…/})
        .first()
        .click()
      await page.getByRole('dialog').getByRole('button', {name: 'Copy text'}).waitFor()
    },
  },
  {
    name: 'undo',
    path: '/passes/activity',
    part: DIALOG,
    async arrive(page) {
      await page.getByRole('button', {name: /^Undo: Link to existing pass/}).click()
      await page.getByRole('dialog').getByRole('button', {name: 'Undo', exact: true}).waitFor()
    },
  },
  {name: 'many-preview', path: '/passes', part: DIALOG, arrive: previewMany},
  {
    name: 'many-progress',
    path: '/passes',
    part: DIALOG,
    async arrive(page, {demo}) {
      const dialog = await previewMany(page)
      demo.lake.faults.delay({path: '/data/mutate', tag: 'passes.repair', milliseconds: 60_000, times: 9})
      await dialog.getByRole('button', {name: /^Repair \d/}).click()
      await dialog.getByRole('progressbar').waitFor()
    },
  },
]

/** Named last: what is written by it changes what the list offers. */
export const WRITING_STATES: readonly State[] = [
  {
    name: 'many-outcome',
    path: '/passes',
    part: DIALOG,
    async arrive(page, {demo}) {
      const dialog = await previewMany(page)
      demo.lake.faults.fail({path: '/data/mutate', tag: 'passes.repair', status: 403})
      await dialog.getByRole('button', {name: /^Repair \d/}).click()
      await dialog.getByRole('button', {name: /^Retry the/}).waitFor()
    },
  },
  {
    name: 'done-toast',
    path: '/passes?passes[text]=gunnar',
    // What is ours of it: around that stands the Studio's own.
    part: '[data-ui=Toast] [data-ui=Stack]',
    async arrive(page) {
      const row = rowOf(page, 'Gunnar Eide')
      await row.getByRole('button', {name: 'Correct the pass'}).first().click()
      await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).click()
      // It fades in, and is no paler than it will stay only then.
      await page.waitForFunction(() => {
        const isClear = (element: Element | null): boolean =>
          element === null || (getComputedStyle(element).opacity === '1' && isClear(element.parentElement))
        const words = document.querySelector('[data-ui=Toast] [data-ui=Stack]')
        return words !== null && isClear(words)
      })
    },
  },
]

async function previewMany(page: Page) {
  await page
    .getByRole('checkbox', {name: /^Select Ada Lindqvist/})
    .first()
    .click()
  const all = page.getByRole('button', {name: /^Select all \d+ of this kind/})
  if (await all.isVisible()) await all.click()
  await page.getByRole('button', {name: /show what would be written/}).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', {name: /^Repair \d/}).waitFor()
  return dialog
}
