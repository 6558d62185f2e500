import {expect, test} from 'vitest'
import {rowOf, sentenceOf} from './rows.ts'
import {setup} from './setup.ts'

test('An entry is dismissed with a reason, listed, and comes back when that is undone.', async () => {
  const {open, demo} = await setup()
  const before = demo.lake.documents().length
  const page = await open('/passes')
  await sentenceOf(page, 'Ada Lindqvist').click()
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Dismiss…'}).click()
  const dialog = page.getByRole('dialog', {name: /^Dismiss: Ada Lindqvist/})
  const dismiss = dialog.getByRole('button', {name: 'Dismiss', exact: true})
  expect(await dismiss.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', {name: /Reason/}).fill('Paid back in cash')
  await dismiss.click()

  await page.getByRole('tab', {name: 'Dismissed 1'}).click()
  await sentenceOf(page, 'Ada Lindqvist').click()
  const row = rowOf(page, 'Ada Lindqvist')
  await row.getByText(/^Dismissed: Ingrid Solberg, .* Because: Paid back in cash$/).waitFor()
  expect(demo.lake.documents()).toHaveLength(before + 1)

  await row.getByRole('button', {name: 'Undo: Dismissed'}).click()
  const undo = page.getByRole('dialog', {name: /^Undo: Dismiss/})
  await undo.getByText(/No pass is changed/).waitFor()
  await undo.getByRole('button', {name: 'Undo', exact: true}).click()
  await page.getByRole('tab', {name: 'Dismissed 0'}).waitFor()
  await page.getByRole('tab', {name: /^To review/}).click()
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
})

test('A payment that names nobody is given to the student whom a person looks up, from today on and with the reason why.', async () => {
  const {open, demo} = await setup()
  const page = await open('/passes?passes[verdict]=unattributed')
  await rowOf(page, 'Marit Ødegård').getByRole('button', {name: 'Choose the student'}).click()
  const dialog = page.getByRole('dialog', {name: /Marit Ødegård/})
  const next = dialog.getByRole('button', {name: 'Show what would be written'})
  expect(await next.isDisabled()).toBe(true)
  await dialog.getByRole('combobox').fill('ada lind')
  await dialog.getByRole('option', {name: /Ada Lindqvist/}).click()
  await dialog.getByText('Chosen: Ada Lindqvist · ada.lindqvist@example.com').waitFor()
  // What was earned in October is over by now, so it has to be said from when on it counts.
  expect(await next.isDisabled()).toBe(true)
  await dialog.getByRole('radio', {name: 'Grant from today'}).check()
  expect(await next.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', {name: /Reason/}).fill('The mother paid, the daughter dances')
  await next.click()
  await dialog.getByRole('button', {name: 'Confirm'}).click()

  await expect
    .poll(() => demo.lake.documents().filter(({_type}) => _type === 'passRepair'))
    .toMatchObject([{kind: 'grant', reason: 'The mother paid, the daughter dances'}])
  expect(demo.lake.documents()).toContainEqual(
    expect.objectContaining({
      _type: 'subscription',
      passName: 'Drop-in Class',
      user: expect.objectContaining({_ref: 'student-ada-lindqvist'}),
    }),
  )
})

test('A payment that names no pass gets the one that a person picks from the school’s.', async () => {
  const {open, demo} = await setup()
  const page = await open('/passes?passes[verdict]=unattributed')
  await rowOf(page, 'Hanna Sørli').getByRole('button', {name: 'Choose the pass'}).click()
  const dialog = page.getByRole('dialog', {name: /Hanna Sørli/})
  await dialog
    .getByRole('combobox', {name: 'Choose a pass'})
    .selectOption({label: '10 Single Clip Card · 2,000\u00A0kr'})
  await dialog.getByRole('button', {name: 'Show what would be written'}).click()
  await dialog.getByRole('button', {name: 'Confirm'}).click()
  await expect
    .poll(() => demo.lake.documents().filter(({_type}) => _type === 'passRepair'))
    .toMatchObject([{kind: 'grant'}])
})
