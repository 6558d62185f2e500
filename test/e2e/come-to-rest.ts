import type {Page} from 'playwright-core'

/**
 * Waits until everything that can be seen is drawn in this colour scheme, and nothing is on its way there: React
 * changes a page part by part, and a button fades from one colour to the next, so what is measured before has colours
 * of both.
 */
export async function comeToRest(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  // The second time a frame later, for what the first one set off.
  for (let frame = 0; frame < 2; frame += 1) await page.waitForFunction(isAtRest, scheme, {polling: 'raf'})
}

/** Runs in the page. A closed menu keeps its colours until it is opened, and a spinner never stops. */
function isAtRest(scheme: string): boolean {
  const drawn = [...document.querySelectorAll<HTMLElement>('[data-scheme]')].filter((element) =>
    element.checkVisibility(),
  )
  const moving = document
    .getAnimations()
    .filter(
      ({playState, effect}) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
    )
  return drawn.length > 0 && drawn.every(({dataset}) => dataset['scheme'] === scheme) && moving.length === 0
}
