import type {Locator} from 'playwright-core'
import {expect} from 'vitest'

/** After a dialog the keyboard goes on where it was, or as near to it as there is anything left. */
export async function focusIsIn(part: Locator): Promise<void> {
  await expect
    .poll(() => part.evaluate((element) => element.contains(document.activeElement)), {
      message: 'the focus is back',
    })
    .toBe(true)
}
