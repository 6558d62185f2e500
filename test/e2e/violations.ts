import axe from 'axe-core'
import type {Page} from 'playwright-core'

declare global {
  interface Window {
    /** There once the script is in the page. */
    axe: typeof axe
  }
}

const RULES: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** What another colour scheme can change. */
export const COLOURS: axe.RunOnly = {type: 'rule', values: ['color-contrast']}

/** What axe holds against a part of the page, as `rule: element`; by every rule that we hold to unless told which. */
export async function violations(page: Page, part: string, runOnly = RULES): Promise<string[]> {
  await page.addScriptTag({content: axe.source})
  return page.evaluate(
    async ({selector, options}) => {
      const {violations: found} = await window.axe.run(selector, options)
      return found.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`))
    },
    {selector: part, options: {runOnly}},
  )
}
