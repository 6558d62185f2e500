import {join} from 'node:path'
import type {BrowserContext, Route} from 'playwright-core'

const READABLE = {'access-control-allow-origin': '*', 'access-control-allow-headers': '*'}
/** A font that is one and has no letters (made by opentype.js): each is drawn from the next in the list. */
const FONT = join(import.meta.dirname, 'no-letters.woff2')
/** As its server says. A page that asked again for every new style would be slow by us, not by what is in it. */
const KEPT = {'cache-control': 'public, max-age=31536000, immutable'}

/**
 * Answers what every Studio asks of the outside and no setting turns off: a bridge script, a font, the newest
 * version's number, a feedback probe. Whatever else leaves the machine is noted, for a test to fail on.
 */
export async function answerOutside(context: BrowserContext, unknown: string[]): Promise<void> {
  const isOutside = ({hostname}: URL) => hostname !== 'localhost' && !hostname.endsWith('.localhost')
  await context.route(isOutside, async (route: Route) => {
    const url = new URL(route.request().url())
    const {pathname} = url
    if (url.host === 'core.sanity-cdn.com' && pathname === '/bridge.js') {
      await route.fulfill({contentType: 'text/javascript', body: ''})
    } else if (url.host === 'design-system-static.sanity.io' && pathname.endsWith('.woff2')) {
      await route.fulfill({contentType: 'font/woff2', headers: {...READABLE, ...KEPT}, path: FONT})
    } else if (url.host === 'sanity-cdn.com' && pathname.startsWith('/v1/modules/sanity/')) {
      await route.fulfill({headers: READABLE, json: {packageVersion: '6.16.0'}})
    } else if (url.host === 'api.sanity.io' && pathname === '/vX/intake/feedback') {
      await route.fulfill({headers: READABLE, json: {}})
    } else {
      unknown.push(`${route.request().method()} ${url.origin}${pathname}`)
      await route.abort()
    }
  })
}
