import type {Page} from 'playwright-core'
import type {Hand} from './hand.ts'

export function mouse(page: Page): Hand {
  return {
    press: (target) => target.click(),
    async type(field, text) {
      await field.click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    async choose(select, words) {
      await select.selectOption({label: words})
    },
    pick: (row) => row.getByRole('checkbox').click(),
    repair: (row, verb) => row.getByRole('button', {name: verb, exact: true}).first().click(),
  }
}
