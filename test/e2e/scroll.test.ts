import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {setup} from './setup.ts'

// A browser works out the whole page anew for each of them, and on a slow machine that is felt.
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

function styleRules(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.styleSheets].flatMap(({cssRules}) => [...cssRules].map(({cssText}) => cssText)),
  )
}
