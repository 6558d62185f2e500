import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'
import {focusLook} from './focus-look.ts'
import type {Hand} from './hand.ts'
import {wayTo} from './way-to.ts'

/** So many keys nobody presses to get anywhere. */
const PATIENCE = 150

/** Nothing but keys. Whatever is reached must show that it has the focus, and not be hidden behind anything. */
export function keyboard(page: Page): Hand {
  const {keyboard: keys} = page

  async function reach(target: Locator): Promise<void> {
    await target.waitFor()
    if ((await target.evaluate(wayTo)) === null) await leave(target)
    const rest = await target.evaluate(focusLook)
    const passed: string[] = []
    for (let key = await target.evaluate(wayTo); key !== null; key = await target.evaluate(wayTo)) {
      if (passed.length > PATIENCE) throw new Error(`never reached ${String(target)}:\n${passed.join('\n')}`)
      await keys.press(key)
      passed.push(`${key} ${await page.evaluate(nameOfFocus)}`)
    }
    await expect.poll(() => target.evaluate(isInSight), {message: `${String(target)} is in sight`}).toBe(true)
    await expect
      .poll(() => target.evaluate(focusLook), {message: `${String(target)} shows the focus`})
      .not.toBe(rest)
  }

  /** It has the focus already: away from it for a moment, to see how it looks without. */
  async function leave(target: Locator): Promise<void> {
    await keys.press('Shift+Tab')
    if ((await target.evaluate(wayTo)) === null) throw new Error(`the focus is caught in ${String(target)}`)
  }

  return {
    async press(target) {
      await target.waitFor()
      const kind = await target.evaluate(
        (element) => element.getAttribute('role') ?? element.getAttribute('type'),
      )
      if (kind === 'option') return chooseOption(page, target)
      await reach(target)
      await keys.press(kind === 'radio' || kind === 'checkbox' ? 'Space' : 'Enter')
    },
    async type(field, text) {
      await reach(field)
      await keys.press('ControlOrMeta+a')
      await keys.type(text)
    },
    async choose(select, words) {
      await reach(select)
      await keys.press('Home')
      const chosen = () => select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.label)
      const count = await select.getByRole('option').count()
      for (let nth = 0; nth < count && (await chosen()) !== words; nth += 1) await keys.press('ArrowDown')
      expect(await chosen()).toBe(words)
    },
    async pick(row) {
      await reach(row.locator('[data-row-button]'))
      await keys.press('x')
    },
    async repair(row) {
      await reach(row.locator('[data-row-button]'))
      await keys.press('g')
    },
  }
}

/** The field that searches keeps the focus, and the arrows go through what it found. */
async function chooseOption({keyboard: keys}: Page, option: Locator): Promise<void> {
  const isActive = () => option.getAttribute('aria-selected')
  for (let nth = 0; nth < PATIENCE && (await isActive()) !== 'true'; nth += 1) await keys.press('ArrowDown')
  expect(await isActive()).toBe('true')
  await keys.press('Enter')
}

function nameOfFocus(): string {
  const at = document.activeElement
  return `${at?.tagName} ${at?.getAttribute('aria-label') ?? at?.textContent.slice(0, 60)}`
}

/** Whether the middle of it can be seen, or of what it is drawn in. */
function isInSight(element: Element): boolean {
  const {left, top, width, height} = element.getBoundingClientRect()
  const seen = document.elementFromPoint(left + width / 2, top + height / 2)
  return seen !== null && (element.contains(seen) || element.parentElement?.contains(seen) === true)
}
