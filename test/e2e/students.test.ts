import {expect, test} from 'vitest'
import {setup} from './setup.ts'

test('A student is found by a part of the name, and every payment stands beside its pass.', async () => {
  const {open} = await setup()
  const page = await open('/passes/students')
  await page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', {name: /name/i}))
    .first()
    .fill('oskar')
  await page.getByText('oskar.hellstrom@example.com').first().click()
  await expect.poll(() => page.url()).toContain('/passes/students/student-oskar-hellstrom')
  await expect.poll(() => page.getByText('10 Single Clip Card').first().isVisible()).toBe(true)
  await expect.poll(() => page.getByText('Day Drop In').first().isVisible()).toBe(true)
})

test('The address of a student opens on that student, also after a reload.', async () => {
  const {open} = await setup()
  const page = await open('/passes/students/student-ada-lindqvist')
  await page.getByText('paid, no pass').first().waitFor()
  await page.reload()
  await expect.poll(() => page.getByText('paid, no pass').first().isVisible()).toBe(true)
})

test('A student without a Clerk id is shown, with what that means, and nothing breaks.', async () => {
  const {open, demo, seed} = await setup()
  const documents = seed.documents.map((document) => {
    if (document['_id'] !== 'student-idris-warsame') return document
    const {clerkId: _clerkId, ...rest} = document
    return rest
  })
  await demo.lake.reset({documents, people: seed.people})
  const page = await open('/passes/students/student-idris-warsame')
  await expect.poll(() => page.getByText('idris.warsame@example.com').first().isVisible()).toBe(true)
  await expect.poll(() => page.getByText('Open week Trial Pass').first().isVisible()).toBe(true)
})

test('A pass with garbage for dates is a row that says so, and the others stay.', async () => {
  const {open, demo, seed} = await setup()
  const documents = seed.documents.map((document) =>
    document['_id'] === 'held-oskar-day' ? {...document, endDate: 'next week', isActive: true} : document,
  )
  await demo.lake.reset({documents, people: seed.people})
  const page = await open('/passes')
  const row = page.getByRole('listitem').filter({hasText: 'Oskar Hellström'})
  await expect.poll(() => row.first().innerText()).toContain('right pass, wrong terms')
  expect(await page.getByRole('listitem').filter({hasText: 'Ada Lindqvist'}).count()).toBe(1)
})
