import {createServer} from 'node:http'
import type {Page} from 'playwright-core'
import {expect, inject, onTestFinished, test} from 'vitest'
import {toNodeListener} from '../../functions/hosts/node.ts'
import {createHandler} from '../../functions/index.ts'
import {functionEnvironment} from '../../studio/local/demo/function-environment.ts'
import {listen} from '../../studio/local/demo/listen.ts'
import {type Demo, startDemo} from '../../studio/local/demo/start-demo.ts'
import type {DemoSeed} from '../../studio/local/seed/demo-seed.ts'
import {paidNoPass} from '../../studio/local/seed/cases-not-granted.ts'
import {grant} from '../../studio/local/seed/sale.ts'
import {seedClock} from '../../studio/local/seed/seed-clock.ts'
import {account} from '../../studio/local/stripe/objects/account.ts'
import {readOnlyPermissions} from '../../studio/local/stripe/permissions.ts'
import type {StripeSeed} from '../../studio/local/stripe/stripe-seed.ts'
import {entriesIn, rowOf, sentenceOf} from './rows.ts'
import {setup, type Setup} from './setup.ts'

/** The card that says what is wrong and what to do. */
function card(page: Page, title: string) {
  return page.getByRole('alert').filter({has: page.getByRole('heading', {name: title})})
}

async function grantAda(page: Page): Promise<void> {
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).click()
  await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).click()
}

/** Failed requests that a test provokes are written to the console by the browser itself. */
function expectOnlyFailedRequests(errors: Setup['errors']): void {
  const others = errors.splice(0).filter((error) => !error.startsWith('Failed to load resource'))
  expect(others).toEqual([])
}

test('A viewer sees the list; granting is refused in a clear sentence and nothing is written.', async () => {
  const {open, demo, errors} = await setup()
  const before = demo.lake.documents().length
  const page = await open('/passes', {as: 'p-viljar'})
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).click()
  const dialog = page.getByRole('dialog')
  const confirm = dialog.getByRole('button', {name: 'Confirm'})
  const refused = card(page, 'You may not do this for this school')
  await confirm.or(refused).first().waitFor()
  if (await confirm.isVisible()) await confirm.click()
  await refused.waitFor()
  expect(demo.lake.documents()).toHaveLength(before)
  expectOnlyFailedRequests(errors)
})

test('The function is not running: the screen says where it was looked for, and gets on once it is there.', async () => {
  const {open, errors} = await setup()
  const page = await open('/structure')
  await page.route('**/api/**', (route) => route.abort('connectionrefused'))
  await page.getByRole('link', {name: 'Passes', exact: true}).click()
  const unreachable = card(page, 'The function cannot be reached')
  await unreachable.waitFor()
  expect(await unreachable.innerText()).toContain('/api')
  await page.unroute('**/api/**')
  await unreachable.getByRole('button').first().click()
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  expectOnlyFailedRequests(errors)
})

test.each([
  [429, /Too many requests|Stripe does not answer/],
  [500, /Stripe does not answer/],
] as const)(
  'Stripe answers %i: what was shown stays, with a card, and Refresh gets on.',
  async (status, title) => {
    const {open, demo, errors} = await setup()
    const page = await open('/passes')
    await sentenceOf(page, 'Ada Lindqvist').waitFor()
    failStripe(demo.stripe, status)
    await page.getByRole('button', {name: 'Refresh'}).click()
    const trouble = page.getByRole('alert').filter({hasText: title})
    await trouble.waitFor()
    expect(await sentenceOf(page, 'Ada Lindqvist').isVisible()).toBe(true)
    demo.stripe.faults.clear()
    await trouble.getByRole('button').first().click()
    await trouble.waitFor({state: 'hidden'})
    expectOnlyFailedRequests(errors)
  },
)

test('A key that cannot read the account: one sentence about it, and no entry at all.', async () => {
  const {open, errors} = await setup({environment: {STRIPE_SECRET_KEY: 'rk_live_wrong'}})
  const page = await open('/passes')
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByRole('alert').innerText()).toMatch(/STRIPE_SECRET_KEY/)
  await page.getByRole('heading', {name: /^Setting up/}).waitFor()
  expect(await entriesIn(page).count()).toBe(0)
  expectOnlyFailedRequests(errors)
})

test('A key of another platform: the screen says that it sees nothing, and never that nobody paid.', async () => {
  const {open, errors} = await setup({
    environment: {STRIPE_SECRET_KEY: 'rk_live_other'},
    change: (seed) => ({...seed, stripe: withOtherPlatform(seed.stripe)}),
  })
  const page = await open('/passes')
  const blind = card(page, 'The school’s Stripe account cannot be read')
  await blind.waitFor()
  expect(await blind.innerText()).toContain('acct_1FjordDanceStudio')
  expect(await entriesIn(page).count()).toBe(0)
  expectOnlyFailedRequests(errors)
})

test('No Stripe key at all: the screen names the setting.', async () => {
  const {open, errors} = await setup({environment: {STRIPE_SECRET_KEY: ''}})
  const page = await open('/passes')
  const misconfigured = card(page, 'The function is not set up completely')
  await misconfigured.waitFor()
  expect(await misconfigured.innerText()).toContain('STRIPE_SECRET_KEY')
  expectOnlyFailedRequests(errors)
})

test('A session that has ended: nothing is written, and the list stays.', async () => {
  const {open, demo, errors} = await setup()
  const before = demo.lake.documents().length
  const page = await open('/passes')
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).click()
  await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).waitFor()
  demo.lake.faults.revoke('p-ingrid')
  await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).click()
  await card(page, 'Your sign-in has ended').waitFor()
  expect(demo.lake.documents()).toHaveLength(before)
  expectOnlyFailedRequests(errors)
})

test('What was granted while the lake was away is there when it is back.', async () => {
  const {open, demo, seed, errors} = await setup()
  const page = await open('/passes')
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  await demo.close()
  const meanwhile = paidNoPass(seedClock(new Date())).sales.map((sale) => grant(sale))
  const again = await startDemo({
    seed: {...seed, documents: [...seed.documents, ...meanwhile]},
    studio: inject('studio'),
    port: demo.port,
  })
  onTestFinished(() => again.close())
  await expect
    .poll(() => sentenceOf(page, 'Ada Lindqvist').getAttribute('aria-label'))
    .toMatch(/has the pass$/)
  // The Studio itself logs listeners that were cut.
  errors.length = 0
})

test('The lake restarts under an open page: the list stays, and a grant goes through.', async () => {
  const {open, demo, seed, errors} = await setup()
  const page = await open('/passes')
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  await demo.close()
  const again = await startDemo({seed, studio: inject('studio'), port: demo.port})
  onTestFinished(() => again.close())
  expect(await sentenceOf(page, 'Ada Lindqvist').isVisible()).toBe(true)
  await grantAda(page)
  await expect
    .poll(() => sentenceOf(page, 'Ada Lindqvist').getAttribute('aria-label'))
    .toMatch(/has the pass$/)
  expect(again.lake.documents().map(({_id}) => _id)).toContain(`subscription-${seed.walk.session}`)
  // The Studio itself logs listeners that were cut.
  errors.length = 0
})

test('A function on another origin is read by the Studio that it was told of, and by no other.', async () => {
  const {open, demo, seed, errors, requests} = await setup()
  const told = await functionElsewhere(demo, seed, demo.url)
  const page = await open('/structure')
  await pointTo(page, told)
  await page.goto(`${demo.url}/passes`)
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  await grantAda(page)
  await expect
    .poll(() => sentenceOf(page, 'Ada Lindqvist').getAttribute('aria-label'))
    .toMatch(/has the pass$/)
  expect(requests.at(-1)?.origin).toBe(told)

  const strange = await functionElsewhere(demo, seed, 'https://studio.example.com')
  const other = await open('/structure')
  await pointTo(other, strange)
  await other.goto(`${demo.url}/passes`)
  const unreachable = card(other, 'The function cannot be reached')
  await unreachable.waitFor()
  expect(await unreachable.innerText()).toContain('ALLOWED_ORIGINS')
  errors.length = 0
})

/** The function alone, on a port of its own, over the same lake and Stripe. */
async function functionElsewhere(demo: Demo, {documents, people}: DemoSeed, origin: string): Promise<string> {
  const {projectId, dataset} = demo.lake
  const environment = functionEnvironment({documents, people, projectId, dataset})
  const handler = createHandler({
    environment: {...environment, ALLOWED_ORIGINS: origin},
    stripeApi: demo.stripe.sdk,
    lakeHost: `http://127.0.0.1:${demo.port}`,
    log: () => undefined,
  })
  const server = createServer(toNodeListener(handler))
  const port = await listen(server, 0)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://localhost:${port}`
}

/** The Studio as it would be built with that endpoint. */
async function pointTo(page: Page, endpoint: string): Promise<void> {
  await page.route('**/static/*.js', async (route) => {
    const answer = await route.fetch()
    const source = await answer.text()
    await route.fulfill({
      response: answer,
      body: source.replace('endpoint:`/api`', `endpoint:\`${endpoint}\``),
    })
  })
}

function withOtherPlatform(stripe: StripeSeed): StripeSeed {
  return {
    ...stripe,
    accounts: [...stripe.accounts, {account: account({id: 'acct_other'})}],
    keys: [...stripe.keys, {key: 'rk_live_other', account: 'acct_other', permissions: readOnlyPermissions}],
  }
}

function failStripe(stripe: Setup['demo']['stripe'], status: 429 | 500): void {
  stripe.faults.next({status, times: Infinity})
}
