import {expect, test} from 'vitest'
import type {DemoSeed} from '../../studio/local/seed/demo-seed.ts'
import {rowOf} from './rows.ts'
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

test('A student without a Clerk id is shown, and nothing breaks.', async () => {
  const {open} = await setup({change: withDocument('student-idris-warsame', {clerkId: undefined})})
  const page = await open('/passes/students/student-idris-warsame')
  await expect.poll(() => page.getByText('idris.warsame@example.com').first().isVisible()).toBe(true)
  await expect.poll(() => page.getByText('Open week Trial Pass').first().isVisible()).toBe(true)
})

test('A pass with garbage for dates is a row that says so, and the others stay.', async () => {
  const {open} = await setup({change: withDocument('held-oskar-day', {endDate: 'next week'})})
  const page = await open('/passes')
  await expect.poll(() => rowOf(page, 'Oskar Hellström').innerText()).toContain('right pass, wrong terms')
  expect(await rowOf(page, 'Ada Lindqvist').count()).toBe(1)
})

/** The demo schools with other fields in one document; an undefined one is left out. */
function withDocument(id: string, fields: Record<string, unknown>): (seed: DemoSeed) => DemoSeed {
  return (seed) => ({
    ...seed,
    documents: seed.documents.map((document) => {
      if (document['_id'] !== id) return document
      return Object.assign(structuredClone(document), fields)
    }),
  })
}
