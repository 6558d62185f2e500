import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {setup} from './setup.ts'

// For each look that is new to it a browser works out the whole page anew, and on a slow machine that is felt.

test('Whoever scrolls through all rows sees no look that is new to the page.', async () => {
  const {open} = await setup()
  const page = await open('/passes?passes[tab]=all')
  const rows = page.getByRole('list', {name: 'Entries'}).locator('..')
  await rows.waitFor()
  // Looks are drawn ahead when the browser has nothing else to do.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve))))
  const before = new Set(await styleRules(page))
  const last = page.locator('[data-index]').last()
  for (let seen = -1, place = 0; place > seen;) {
    seen = place
    await rows.hover()
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(300)
    place = Number(await last.getAttribute('data-index'))
  }
  const added = (await styleRules(page)).filter((rule) => !before.has(rule))
  expect(added).toEqual([])
})

test('Whoever jumps through all rows reads at once whose they are, and can work on them when the list is at rest.', async () => {
  const {open} = await setup()
  const page = await open('/passes?passes[tab]=all')
  await page.getByRole('list', {name: 'Entries'}).waitFor()
  const last = page.locator('[data-index]').last()
  await expect.poll(() => last.locator('[data-row-button]').count()).toBe(1)
  const glimpsed = await page.evaluate(async () => {
    const frame = document.querySelector('[data-rows]')
    if (frame === null) throw new Error('no list')
    frame.scrollTop = frame.scrollHeight
    await new Promise((resolve) => frame.addEventListener('scroll', resolve, {once: true}))
    await new Promise(requestAnimationFrame)
    return [...document.querySelectorAll('[data-index]:not(:has(button))')].map((row) => row.textContent)
  })
  expect(glimpsed.length).toBeGreaterThan(5)
  for (const words of glimpsed) expect(words).toMatch(/ · .* · /)
  const unfinished = page.locator('[data-index]:not(:has(button))')
  await expect.poll(() => unfinished.count()).toBe(0)
  await last.locator('[data-row-button]').click()
  await page.getByText('More', {exact: true}).waitFor()
})

test.each([
  ['the first rows', '/passes', '[data-row-button]'],
  [
    'the first verdict',
    '/structure/user;student-ada-lindqvist,inspect=passes',
    '[data-entry] [data-ui=Badge]',
  ],
])('Whoever waits for %s is shown no look that is new to the page.', async (_, path, awaited) => {
  const {open, demo} = await setup()
  demo.stripe.faults.latencyMs = 2_000
  const page = await open(path)
  expect(await rulesThatCameWith(page, awaited)).toEqual([])
})

function styleRules(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.styleSheets].flatMap(({cssRules}) => [...cssRules].map(({cssText}) => cssText)),
  )
}

/** The rules that were not in the page while what is awaited was not, looked at as soon as it is. */
function rulesThatCameWith(page: Page, awaited: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const rules = () =>
      [...document.styleSheets].flatMap(({cssRules}) => [...cssRules].map(({cssText}) => cssText))
    const isThere = () => document.querySelector(selector) !== null
    if (isThere()) throw new Error(`nobody waited for ${selector}`)
    let before = rules()
    const looking = setInterval(() => (before = rules()), 100)
    return new Promise<string[]>((resolve) => {
      const changes = new MutationObserver(() => {
        if (!isThere()) return
        clearInterval(looking)
        changes.disconnect()
        resolve(rules().filter((rule) => !before.includes(rule)))
      })
      changes.observe(document, {childList: true, subtree: true})
    })
  }, awaited)
}
