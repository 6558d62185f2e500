import axe from 'axe-core'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {MINUTE} from '../../plugin/core/contract/instant.ts'
import {setup} from './setup.ts'

/** One step of the purchase that is watched, by the name that it carries. */
const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`)

/** What axe holds against the screen, contrast too. */
async function violations(page: Page): Promise<unknown> {
  await page.addScriptTag({content: axe.source})
  return page.evaluate(
    'axe.run("#passes-screen").then(({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))',
  )
}

/** Plays the student who buys, in the demo's own shop. */
async function buy(shop: Page, student: string, pass: string): Promise<void> {
  await shop.getByLabel('Student').selectOption({label: student})
  await shop.getByLabel('Pass').selectOption({label: pass})
  await shop.getByRole('button', {name: 'Pay'}).click()
  await shop.getByRole('status').waitFor()
}

test('Whoever tries a purchase sees each step done; with the webhook cut off it is stuck there, and a sync mends it.', async () => {
  const SYNC_SECRET = 'of-the-scheduler-of-this-test'
  let ahead = 0
  const {open, demo} = await setup({environment: {SYNC_SECRET}, now: () => Date.now() + ahead})
  const page = await open('/passes/health')
  const trying = page.getByRole('region', {name: 'Try a purchase'})
  await trying.getByText(/^This is real money/).waitFor()
  // By the keyboard alone, and the key that began it stands where it did.
  const button = trying.getByRole('button', {name: 'Watch the next sale'})
  await button.focus()
  await page.keyboard.press('Enter')
  await step(page, 'paid').getByText('Nobody has paid yet.').waitFor()
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Stop watching')
  expect(await violations(page)).toEqual([])

  const [shop] = await Promise.all([
    page.context().waitForEvent('page'),
    trying.getByRole('link', {name: 'Open the shop'}).click(),
  ])
  const student = (await shop.getByLabel('Student').locator('option').allInnerTexts()).find((text) =>
    text.startsWith('Bjørn Haugen'),
  )
  const pass = (await shop.getByLabel('Pass').locator('option').allInnerTexts()).find((text) =>
    text.startsWith('10 Single Clip Card'),
  )
  await buy(shop, student ?? '', pass ?? '')
  await page.bringToFront()
  await trying.getByText(/^It works: the student sees the pass/).waitFor()
  expect(await page.locator('[data-step]').allInnerTexts()).toEqual([
    expect.stringMatching(/^Paid at Stripe\s+Done\s+Paid 20 seconds after/),
    expect.stringMatching(/^Told to the webhook\s+Done\s+Took /),
    expect.stringMatching(/^Pass written\s+Done\s+Took /),
    expect.stringMatching(/^Seen by the student\s+Done\s+Took /),
  ])
  expect(await violations(page)).toEqual([])

  // It is still there for whoever looks elsewhere and comes back, and for a page that is loaded anew.
  await page.getByRole('tab', {name: 'Students'}).click()
  await page.getByRole('tab', {name: /^Health/}).click()
  await trying.getByText(/^It works/).waitFor()
  await page.reload()
  await trying.getByText(/^It works/).waitFor()
  await trying.getByRole('button', {name: 'Try another'}).click()

  await shop.getByRole('button', {name: 'Cut the webhook off'}).click()
  await trying.getByLabel('Which pass').selectOption({label: '10 Single Clip Card'})
  await trying.getByRole('button', {name: 'Watch the next sale'}).click()
  await step(page, 'paid').getByText('Nobody has paid yet.').waitFor()
  await buy(shop, student ?? '', pass ?? '')
  await step(page, 'delivered').getByText('Stripe is telling the webhook.').waitFor()
  ahead = 11 * MINUTE
  await step(page, 'delivered').getByText('Stuck').waitFor()
  await step(page, 'delivered')
    .getByText(/^Mend what is said above of the endpoint/)
    .waitFor()
  expect(await trying.getByRole('link', {name: 'Open in Stripe'}).getAttribute('href')).toMatch(/\/events$/)
  expect(await step(page, 'seen').innerText()).toMatch(/^Seen by the student\s+Later$/)

  const synced = await fetch(`${demo.url}/api/v1/sync`, {
    method: 'POST',
    headers: {authorization: `Bearer ${SYNC_SECRET}`, 'content-type': 'application/json'},
    body: JSON.stringify({schools: ['school-fjord'], write: true}),
  })
  expect(synced.status).toBe(200)
  await trying.getByText(/^The student sees the pass, but no webhook granted it/).waitFor()
  expect(await step(page, 'delivered').innerText()).toContain('Stuck')
  await trying.getByRole('button', {name: 'Open under Mismatches'}).click()
  await page.getByRole('tab', {name: /^Mismatches/, selected: true}).waitFor()
})

test('Health tells an administrator, others, and everybody whose function or Stripe does not answer, what there is to do.', async () => {
  const {open, demo, errors} = await setup()
  const page = await open('/passes/health', {dark: true})
  const group = (name: string) => page.getByRole('region', {name: new RegExp(`^${name} \\(\\d+\\)$`)})
  const check = (name: string) =>
    page.getByRole('listitem').filter({has: page.getByRole('heading', {name, exact: true})})
  await group('In order').waitFor()
  // The old webhook of the demo was switched off, so that one alone grants.
  await group('In order').getByText('This function grants passes by itself, and nobody else does.').waitFor()
  await check('Answer at its address').waitFor()
  const names = await page
    .getByRole('region', {name: /\(\d+\)$/})
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  expect(names[0]).toMatch(/^Needs mending/)
  expect(names.at(-1)).toMatch(/^In order/)
  const days = page.getByRole('region', {name: 'Sales per day'})
  await days.getByRole('slider').focus()
  await page.keyboard.press('Home')
  const first = await days.getByRole('slider').getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowRight')
  expect(await days.getByRole('slider').getAttribute('aria-valuetext')).not.toBe(first)
  await days.getByRole('button', {name: 'Show as a table'}).click()
  expect(await violations(page)).toEqual([])

  const again = () => page.getByRole('button', {name: 'Examine again'}).click()
  demo.stripe.control.reachEndpoints(false)
  demo.stripe.control.disconnect('acct_1FjordDanceStudio')
  await again()
  await check('Access to the account')
    .getByText(/^The key cannot read/)
    .waitFor()
  await days.getByText('Could not be read').first().waitFor()
  expect(await violations(page)).toEqual([])

  await page.route('**/api/v1/**', (route) => route.abort())
  await again()
  await page.getByRole('alert').waitFor()
  await check('Access to the account').waitFor()
  await page.unroute('**/api/v1/**')
  errors.splice(0)

  const other = await open('/passes/health', {as: 'p-viljar'})
  await other.getByText('Ask an administrator of the Sanity project to open this page.').waitFor()
})
