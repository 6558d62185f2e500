import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import type {DemoSeed} from '../../studio/local/seed/demo-seed.ts'
import {CLIP_CARD} from '../../studio/local/seed/catalogue.ts'
import {sell} from '../../studio/local/seed/sale.ts'
import {seedClock} from '../../studio/local/seed/seed-clock.ts'
import {ORDINARY_STUDENTS} from '../../studio/local/seed/students.ts'
import {setup} from './setup.ts'

const ROWS = 30

/** A month in which the webhook did nothing: thirty clip cards paid, none granted. */
function withoutWebhook(seed: DemoSeed): DemoSeed {
  const clock = seedClock(new Date())
  const sales = Array.from({length: ROWS}, (_, nth) => {
    const student = ORDINARY_STUDENTS[nth % ORDINARY_STUDENTS.length] ?? ORDINARY_STUDENTS[0]
    return sell({key: `bulk-${nth}`, student, pass: CLIP_CARD, at: clock.daysAgo(1 + nth / 2, 10)}, clock)
  })
  const sessions = [...seed.stripe.sessions, ...sales.map(({stripe}) => stripe)]
  return {...seed, stripe: {...seed.stripe, sessions}}
}

const ALL = '/passes?passes[text]=single+clip&passes[verdict]=missing'

async function openPreview(page: Page) {
  await page
    .getByRole('checkbox', {name: /^Select .*: 2,000/})
    .first()
    .click()
  await page.getByRole('button', {name: `Select all ${ROWS} of this kind`}).click()
  const bar = page.getByRole('region', {name: 'Selected entries'})
  await expect.poll(() => bar.textContent()).toMatch(/30 selected · 60,000\skr/)
  await bar.getByRole('button', {name: /show what would be written/}).click()
  const dialog = page.getByRole('dialog', {name: /30 entries/})
  await dialog.getByRole('button', {name: 'Repair 30'}).waitFor()
  return dialog
}

test('Thirty payments are repaired at once: one fails and is sent again, and the whole batch is undone.', async () => {
  const {open, demo, requests} = await setup({change: withoutWebhook})
  const before = new Set(demo.lake.documents().map(({_id}) => _id))
  const made = (type: string) =>
    demo.lake.documents().filter(({_id, _type}) => _type === type && !before.has(_id))
  const page = await open(ALL)
  const dialog = await openPreview(page)
  await dialog.getByRole('heading', {name: /^Grant 10-class pass: 30 entries, paid 60,000\skr$/}).waitFor()
  expect(await dialog.getByText(/Nothing else is touched/).isVisible()).toBe(true)
  expect(made('subscription')).toEqual([])

  demo.lake.faults.fail({path: '/data/mutate', tag: 'passes.repair', status: 403, skip: 11})
  await dialog.getByRole('button', {name: 'Repair 30'}).click()
  await dialog.getByText('29 done, 1 failed, 0 skipped').waitFor()
  const failed = dialog.locator('[data-outcome=failed]')
  expect(await failed.count()).toBe(1)
  expect(await failed.textContent()).toMatch(/failed: You may not do this/)
  expect(made('subscription')).toHaveLength(ROWS - 1)

  await dialog.getByRole('button', {name: 'Retry the failed one'}).click()
  await dialog.getByText('30 done, 0 failed, 0 skipped').waitFor()
  expect(made('subscription')).toHaveLength(ROWS)
  expect(made('passRepair')).toHaveLength(ROWS)
  expect(new Set(made('passRepair').map(({batch}) => batch)).size).toBe(1)
  const asked = requests.map(({method, path}) => `${method} ${path.replace(/\?.*/, '')}`)
  expect(asked.filter((one) => one.endsWith('/previews'))).toHaveLength(1)
  expect(asked.filter((one) => one.endsWith('/repairs/batch'))).toHaveLength(2)

  await dialog.getByRole('button', {name: 'Show what was done, or undo it'}).click()
  const records = page.getByRole('dialog', {name: 'What was repaired at once'})
  await records.getByRole('button', {name: 'Undo all 30'}).click()
  const undo = page.getByRole('dialog', {name: 'Undo 30 repairs'})
  await undo.getByRole('button', {name: 'Undo 30', exact: true}).click()
  await undo.getByText('30 done, 0 failed, 0 skipped').waitFor()
  expect(made('subscription').filter(({isActive}) => isActive === true)).toEqual([])
  expect(new Set(made('subscription').map(({deactivationReason}) => deactivationReason))).toEqual(
    new Set(['undone']),
  )
})

test('A page that is closed half-way shows what was done when it is opened again, and goes on with the rest.', async () => {
  const {open, demo} = await setup({change: withoutWebhook})
  const page = await open(ALL)
  const dialog = await openPreview(page)
  demo.lake.faults.delay({path: '/data/mutate', tag: 'passes.repair', milliseconds: 400, times: ROWS})
  await dialog.getByRole('button', {name: 'Repair 30'}).click()
  await expect.poll(() => dialog.locator('[data-outcome=done]').count()).toBeGreaterThan(3)
  const address = page.url().replace(demo.url, '')
  const context = page.context()
  await page.close()
  expect(address).toMatch(/batch/)

  // The rows that were under way when the page went are written to their end.
  let written = -1
  const count = () => demo.lake.documents().filter(({_type}) => _type === 'passRepair').length
  await expect
    .poll(
      () => {
        const isStill = written === count()
        written = count()
        return isStill
      },
      {interval: 1_500},
    )
    .toBe(true)
  demo.lake.faults.clear()
  expect(written).toBeLessThan(ROWS)

  const again = await open(address, {context})
  const records = again.getByRole('dialog', {name: 'What was repaired at once'})
  await records.getByRole('button', {name: `Undo all ${written}`}).waitFor()
  await records.getByRole('button', {name: /close/i}).first().click()
  const left = again.getByRole('checkbox', {name: /^Select .*: 2,000/})
  await left.first().waitFor()
  await left.first().click()
  await again.getByRole('button', {name: `Select all ${ROWS - written} of this kind`}).waitFor()
})
