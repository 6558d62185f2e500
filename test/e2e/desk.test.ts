import {expect, test} from 'vitest'
import {setup} from './setup.ts'

test('A name edited and published in one tab is in the other tab without a reload.', async () => {
  const {open, demo} = await setup()
  const first = await open('/structure/user;student-ada-lindqvist')
  const second = await open('/structure/user;student-ada-lindqvist', {context: first.context()})
  await second.getByRole('heading', {name: 'Ada Lindqvist'}).waitFor()
  await first.bringToFront()
  const name = first.getByRole('textbox', {name: 'Name', exact: true})
  await name.fill('Ada Lindqvist Berg')
  await second.getByRole('heading', {name: 'Ada Lindqvist Berg'}).waitFor()
  await first.getByRole('button', {name: 'Publish', exact: true}).click()
  await expect
    .poll(() => demo.lake.documents().find(({_id}) => _id === 'student-ada-lindqvist')?.['name'])
    .toBe('Ada Lindqvist Berg')
  await expect
    .poll(() => demo.lake.documents().some(({_id}) => _id === 'drafts.student-ada-lindqvist'))
    .toBe(false)
})

test('The Studio finds a student by a part of the name.', async () => {
  const {open} = await setup()
  const page = await open('/structure/user')
  await page.getByRole('button', {name: 'Open search'}).click()
  await page.getByRole('textbox', {name: 'Search'}).last().fill('bjør')
  const found = page
    .getByRole('option')
    .or(page.getByRole('link'))
    .filter({hasText: 'bjorn.haugen@example.com'})
    .first()
  await expect.poll(() => found.isVisible()).toBe(true)
})

test('A viewer sees a student and can change nothing.', async () => {
  const {open} = await setup()
  const page = await open('/structure/user;student-ada-lindqvist', {as: 'p-viljar'})
  const name = page.getByRole('textbox', {name: 'Name', exact: true})
  await name.waitFor()
  expect(await name.isEditable()).toBe(false)
})

test('The history of a student opens without an error.', async () => {
  const {open} = await setup()
  const page = await open('/structure/user;student-ada-lindqvist,inspect=sanity%2Fstructure%2Fhistory')
  await page.getByRole('tab', {name: 'History'}).waitFor()
  await expect.poll(() => page.getByText('Published').last().isVisible()).toBe(true)
})

test('A pass held shows the name of its student.', async () => {
  const {open} = await setup()
  const page = await open('/structure/subscription;held-oskar-day')
  await expect.poll(() => page.getByText('Oskar Hellström').last().isVisible()).toBe(true)
})
