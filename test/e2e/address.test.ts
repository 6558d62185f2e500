import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {rowOf, sentenceOf} from './rows.ts'
import {setup} from './setup.ts'

/** What is looked at: which tab, which filter, which row is open. */
async function lookedAt(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => ({
    screen: document.querySelector('[aria-controls=passes-screen][aria-selected=true]')?.textContent,
    tab: document
      .querySelector('[aria-controls=passes-list][aria-selected=true]')
      ?.textContent.replace(/ \d+$/, ''),
    verdict: document.querySelector<HTMLSelectElement>('select[aria-label=Verdict]')?.value,
    open: document.querySelector('[data-row-button][aria-expanded=true]')?.getAttribute('aria-label'),
  }))
}

test('Back goes through the screens, tabs, filters and rows that were looked at, one at a time, and forward again.', async () => {
  const {open} = await setup()
  const page = await open('/passes')
  const steps: [name: string, step: () => Promise<unknown>, arrived: () => Promise<unknown>][] = [
    ['list', async () => undefined, () => sentenceOf(page, 'Ada Lindqvist').waitFor()],
    [
      'tab',
      () => page.getByRole('tab', {name: /^Everything/}).click(),
      () => page.getByRole('tab', {name: /^Everything/, selected: true}).waitFor(),
    ],
    [
      'filter',
      () => page.getByRole('combobox', {name: 'Verdict'}).selectOption({label: 'paid, no pass'}),
      () => rowOf(page, 'Kasper Lund').waitFor(),
    ],
    [
      'row',
      () => sentenceOf(page, 'Ada Lindqvist').click(),
      () => rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Dismiss…'}).waitFor(),
    ],
    [
      'student',
      () =>
        rowOf(page, 'Ada Lindqvist')
          .getByRole('button', {name: 'Payments and passes of this student'})
          .click(),
      () => page.getByText('ada.lindqvist@example.com').first().waitFor(),
    ],
    [
      'activity',
      () => page.getByRole('tab', {name: 'Activity'}).click(),
      () => page.getByText('Nothing was repaired yet').waitFor(),
    ],
  ]
  const seen: Record<string, unknown>[] = []
  for (const [, step, arrived] of steps) {
    await step()
    await arrived()
    seen.push(await lookedAt(page))
  }
  expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(steps.length)
  for (const each of seen.slice(0, -1).toReversed()) {
    await page.goBack()
    await expect.poll(() => lookedAt(page)).toEqual(each)
  }
  for (const each of seen.slice(1)) {
    await page.goForward()
    await expect.poll(() => lookedAt(page)).toEqual(each)
  }
})

test('The address names the school that is looked at, though nobody chose it: a colleague’s first is another one.', async () => {
  const {open, demo} = await setup()
  const page = await open('/passes', {as: 'p-mikko'})
  await sentenceOf(page, 'Aino Virtanen').waitFor()
  await expect.poll(() => page.url()).toContain('passes[school]=school-havn')
  const address = page.url().replace(demo.url, '')
  const steps = await page.evaluate(() => history.length)

  const colleague = await open('/passes', {as: 'p-sanna'})
  await sentenceOf(colleague, 'Ada Lindqvist').waitFor()
  expect(await colleague.evaluate(() => history.length)).toBe(steps)
  await colleague.goto(`${demo.url}${address}`)
  await sentenceOf(colleague, 'Aino Virtanen').waitFor()
  await colleague.getByRole('tab', {name: 'Activity'}).click()
  await expect.poll(() => colleague.url()).toContain('passes[school]=school-havn')
  await colleague.goBack()
  await sentenceOf(colleague, 'Aino Virtanen').waitFor()
})

test('A copied address opens the same for a colleague, and says why not to whoever may not see it.', async () => {
  const {open, demo} = await setup()
  const page = await open('/passes', {as: 'p-sanna'})
  await page.getByRole('combobox', {name: 'School'}).selectOption('Havn Dance')
  await page.getByRole('tab', {name: /^Everything/}).click()
  await page.getByRole('combobox', {name: 'Verdict'}).selectOption({label: 'paid, no pass'})
  await sentenceOf(page, 'Aino Virtanen').click()
  await rowOf(page, 'Aino Virtanen').getByRole('button', {name: 'Dismiss…'}).waitFor()
  const address = page.url().replace(demo.url, '')

  const colleague = await open(address, {as: 'p-mikko'})
  await rowOf(colleague, 'Aino Virtanen').getByRole('button', {name: 'Dismiss…'}).waitFor()
  expect(await lookedAt(colleague)).toEqual(await lookedAt(page))

  const stranger = await open(address, {as: 'p-ingrid'})
  await stranger.getByText('This link is for a school that you may not act for').waitFor()
  expect(await stranger.getByText('Aino Virtanen').count()).toBe(0)
})
