import type {Locator, Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {setup} from './setup.ts'
import {violations} from './violations.ts'

const ADA = '/structure/user;student-ada-lindqvist,inspect=passes'

function inspector(page: Page): Locator {
  return page.locator('[data-ui="DocumentInspectorPanel"]')
}

test('The address of a student’s inspector opens it, and a pass granted in another tab shows at once.', async () => {
  const {open} = await setup()
  const page = await open(ADA)
  await inspector(page).getByText('paid, no pass').waitFor()
  const other = await open('/passes/students/student-ada-lindqvist')
  await other.getByRole('button', {name: 'Grant 10-class pass'}).click()
  await other.getByRole('dialog').getByRole('button', {name: 'Confirm'}).click()

  await other.getByText('paid, has the pass').waitFor()
  await inspector(page).getByText('paid, has the pass').waitFor()
  await inspector(page).getByText('The student can book with it').waitFor()
  expect(await inspector(page).getByRole('button', {name: 'Grant 10-class pass'}).count()).toBe(0)
})

test('The pass is granted from the inspector itself.', async () => {
  const {open, demo, seed} = await setup()
  const page = await open(ADA)
  await inspector(page).getByRole('button', {name: 'Grant 10-class pass'}).click()
  await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).click()
  await inspector(page).getByText('paid, has the pass').waitFor()

  const granted = demo.lake.documents().filter(({stripeSessionId}) => stripeSessionId === seed.walk.session)
  expect(granted.map(({_id}) => _id)).toEqual([`subscription-${seed.walk.session}`])
})

test('The inspector of a pass shows its payment alone, and the way to everything of its student.', async () => {
  const {open} = await setup()
  const page = await open('/structure/subscription;held-oskar-day,inspect=passes')
  await inspector(page).getByText('paid, has the pass').waitFor()
  expect(await inspector(page).locator('[data-entry]').count()).toBe(1)
  await inspector(page).getByText('All payments and passes of this student').click()

  await expect.poll(() => inspector(page).locator('[data-entry]').count()).toBe(3)
})

test('A pass that names nobody says so, and says nothing about payment.', async () => {
  const {open} = await setup({
    change: (seed) => ({
      ...seed,
      documents: [...seed.documents, {_id: 'held-by-nobody', _type: 'subscription', passName: 'Day Drop In'}],
    }),
  })
  const page = await open('/structure/subscription;held-by-nobody,inspect=passes')
  await inspector(page).getByText('This pass names no student, so nobody sees it.').waitFor()

  expect(await inspector(page).innerText()).not.toContain('no payment')
})

test('While Stripe is slow it says that it is still looking; when Stripe fails, what it showed stays.', async () => {
  const {open, demo, errors} = await setup()
  const page = await open(ADA)
  const panel = inspector(page)
  const wholeYear = panel.getByRole('button', {name: 'Search the payments of a whole year'})
  await wholeYear.waitFor()
  demo.stripe.faults.latencyMs = 2_000
  await wholeYear.click()
  await panel.getByText('Still looking through the school’s payments', {exact: false}).waitFor()
  expect(await panel.getByText('paid, no pass').isVisible()).toBe(true)
  demo.stripe.faults.latencyMs = 0
  demo.stripe.faults.next({status: 500, times: 1_000})

  await panel.getByRole('alert').waitFor()
  expect(await panel.getByText('paid, no pass').isVisible()).toBe(true)
  demo.stripe.faults.clear()
  await panel.getByRole('alert').getByRole('button').first().click()
  await panel.getByRole('alert').waitFor({state: 'hidden'})
  const others = errors.splice(0).filter((error) => !error.startsWith('Failed to load resource'))
  expect(others).toEqual([])
})

test('A student of two schools has a tab for each that the person may act for.', async () => {
  const {open} = await setup({
    change: (seed) => {
      const held = seed.documents.find(({_id}) => _id === 'held-oskar-day')
      const atHavn = {...held, _id: 'held-at-havn', _type: 'subscription', tenant: reference('school-havn')}
      return {...seed, documents: [...seed.documents, atHavn]}
    },
  })
  const path = '/structure/user;student-oskar-hellstrom,inspect=passes'
  const support = await open(path, {as: 'p-sanna'})
  const tabs = inspector(support).getByRole('tab')
  await expect.poll(() => tabs.allInnerTexts()).toEqual(['Fjord Dance Studio', 'Havn Dance'])
  await tabs.last().click()
  await expect.poll(() => inspector(support).locator('[data-entry]').count()).toBe(1)

  const admin = await open(path)
  await inspector(admin).getByText('6 classes left').waitFor()
  expect(await inspector(admin).getByRole('tab').count()).toBe(0)
})

test('A document says that a pass is missing, and grants it by its own action; the view of the pass shows its payment.', async () => {
  const {open, demo, seed} = await setup()
  const page = await open('/structure/user;student-ada-lindqvist')
  const badge = page.locator('[data-ui="Badge"]', {hasText: 'paid, no pass'})
  await badge.waitFor()
  expect(await badge.innerText()).toMatch(/^!/)
  expect(demo.stripe.ledger.requests.filter(({path}) => path.includes('/checkout/sessions'))).toHaveLength(1)
  // What the Studio itself draws around it is not ours to mend.
  expect(await violations(page, '[data-ui="Badge"]')).toEqual([])

  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: 'Grant 10-class pass'}).click()
  const dialog = page.getByRole('dialog', {name: /Grant 10-class pass: Ada Lindqvist/})
  await dialog.getByRole('button', {name: 'Confirm'}).waitFor()
  expect(await violations(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', {name: 'Confirm'}).click()
  await badge.waitFor({state: 'hidden'})
  await page.getByText('Grant 10-class pass: done', {exact: true}).waitFor()
  await page.getByTestId('action-menu-button').click()
  expect(await page.getByRole('menuitem', {name: 'Repair pass'}).isEnabled()).toBe(false)
  await page.keyboard.press('Escape')

  const granted = await open(`/structure/subscription;subscription-${seed.walk.session}`)
  await granted.getByRole('tab', {name: 'Passes & payments'}).click()
  await granted.locator('[data-entry]').getByText('paid, has the pass').waitFor()
  await expect.poll(() => decodeURIComponent(granted.url())).toContain(',view=passes')
  expect(await violations(granted, '[data-entry]')).toEqual([])
})

test('A document says nothing while nothing can be read, then how much does not agree; its action leads to why.', async () => {
  const {open, demo, errors} = await setup({
    change: (seed) => ({
      ...seed,
      documents: seed.documents.map((document) => {
        if (document._id === 'held-oskar-day') return {...document, endDate: 'next week'}
        return document['remainingClips'] === 6 ? {...document, tenant: reference('school-havn')} : document
      }),
    }),
  })
  demo.stripe.faults.next({status: 500, times: 1_000})
  const page = await open('/structure/user;student-oskar-hellstrom')
  const item = async (name: string) => {
    await page.getByTestId('action-menu-button').click()
    return page.getByRole('menuitem', {name})
  }
  const unread = await item('Open “Passes & payments”')
  await unread.waitFor({timeout: 60_000})
  expect(await page.locator('[data-ui="Badge"]', {hasText: /^!/}).count()).toBe(0)
  await unread.click()
  await inspector(page).getByRole('alert').waitFor({timeout: 60_000})

  demo.stripe.faults.clear()
  await inspector(page).getByRole('alert').getByRole('button').first().click()
  await page.locator('[data-ui="Badge"]', {hasText: '2 mismatches'}).waitFor()
  await inspector(page).getByRole('button', {name: 'Close'}).click()
  await (await item('Review 2 mismatches')).click()
  await inspector(page).getByText('right pass, wrong terms').waitFor()
  await inspector(page).getByText('student cannot see or use it').waitFor()
  const others = errors.splice(0).filter((error) => !error.startsWith('Failed to load resource'))
  expect(others).toEqual([])
})

function reference(id: string) {
  return {_type: 'reference', _ref: id}
}
