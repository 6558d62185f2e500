import {expect, test} from 'vitest'
import {rowOf, sentenceOf} from './rows.ts'
import {setup} from './setup.ts'
import {violations} from './violations.ts'

test.each([['light'], ['dark']])('Mismatches has nothing that axe holds against it: %s', async (scheme) => {
  const {open} = await setup()
  const page = await open('/passes', {dark: scheme === 'dark'})
  await sentenceOf(page, 'Ada Lindqvist').click()
  expect(await violations(page, '#passes-screen')).toEqual([])
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).first().click()
  await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).waitFor()
  expect(await violations(page, '[role=dialog]')).toEqual([])
})

test.each([['light'], ['dark']])('Students has nothing that axe holds against it: %s', async (scheme) => {
  const {open} = await setup()
  const page = await open('/passes/students/student-oskar-hellstrom', {dark: scheme === 'dark'})
  await page.getByText('Day Drop In').first().waitFor()
  expect(await violations(page, '#passes-screen')).toEqual([])
})

test.each([['light'], ['dark']])(
  'The inspector has nothing that axe holds against it: %s',
  async (scheme) => {
    const {open} = await setup()
    const page = await open('/structure/user;student-oskar-hellstrom,inspect=passes', {
      dark: scheme === 'dark',
    })
    await page.getByText('6 classes left').waitFor()
    await page.getByRole('button', {name: 'The student sees it'}).first().click()
    expect(await violations(page, '[data-ui="DocumentInspectorPanel"]')).toEqual([])
  },
)

test('The search for a student has nothing that axe holds against it while its list is open.', async () => {
  const {open} = await setup()
  const page = await open('/passes/students')
  await page.getByRole('combobox', {name: /student/}).fill('a')
  await page.getByRole('option').first().waitFor()
  expect(await violations(page, '#passes-screen')).toEqual([])
})

test.each([['light'], ['dark']])(
  'Repairing many, and what was done, have nothing that axe holds against them: %s',
  async (scheme) => {
    const {open} = await setup()
    const page = await open('/passes', {dark: scheme === 'dark'})
    await page.getByRole('checkbox', {name: /^Select Ada Lindqvist/}).click()
    expect(await violations(page, '#passes-screen')).toEqual([])
    await page.getByRole('button', {name: /show what would be written/}).click()
    const dialog = page.getByRole('dialog')
    const repair = dialog.getByRole('button', {name: 'Repair 1'})
    await repair.waitFor()
    await dialog.getByRole('button', {name: /Ada Lindqvist/}).click()
    expect(await violations(page, '[role=dialog]')).toEqual([])
    await repair.click()
    await dialog.getByText('1 done, 0 failed, 0 skipped').waitFor()
    expect(await violations(page, '[role=dialog]')).toEqual([])
    await dialog.getByRole('button', {name: 'Close', exact: true}).click()

    await page.getByRole('tab', {name: 'Activity'}).click()
    await page.getByRole('button', {name: 'Before and after'}).click()
    await page.getByText('This pass was made:').waitFor()
    expect(await violations(page, '#passes-screen')).toEqual([])
    await page.getByRole('button', {name: /^Undo: Grant pass/}).click()
    await dialog.getByRole('button', {name: 'Undo', exact: true}).waitFor()
    expect(await violations(page, '[role=dialog]')).toEqual([])
  },
)
