import axe from 'axe-core'
import type {Page} from 'playwright-core'

declare global {
  interface Window {
    /** There once the script is in the page. */
    axe: typeof axe
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What another colour scheme can change. */
export const COLOURS = ['cat.color']

/** What axe holds against a part of the page, as `rule: element`; by every rule that we hold to unless told which. */
export async function violations(page: Page, part: string, tags = RULES): Promise<string[]> {
  await page.addScriptTag({content: axe.source})
  return page.evaluate(
    async ([selector = '', ...values]) => {
      const {violations: found} = await window.axe.run(selector, {runOnly: {type: 'tag', values}})
      return found.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`))
    },
    [part, ...tags],
  )
}
