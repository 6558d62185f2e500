import type {Page, Route} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {FAULT_CODES, FAULTS, type FaultCode} from '../../plugin/core/contract/fault.ts'
import {en} from '../../plugin/i18n/en.ts'
import {sentenceOf} from './rows.ts'
import {type SharedSetup, startSetup} from './setup.ts'

const FACTS = '**/api/v1/schools/school-fjord/facts**'
const DETAIL = {setting: 'STRIPE_SECRET_KEY', account: 'acct_1FjordDanceStudio'}

let school: SharedSetup
let page: Page
beforeAll(async () => {
  school = await startSetup()
  page = await school.open('/passes')
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
})
afterAll(() => school.close())

test.each(FAULT_CODES)(
  'A reading that ends in %s keeps the list, says what it is and since when the list is old, and offers the one way on.',
  async (code) => {
    await page.route(FACTS, (route) => fail(route, code))
    await page.getByRole('button', {name: 'Refresh'}).click()
    const card = page.getByRole('alert')
    await card.getByRole('heading', {name: en[`fault.${code}.title`], exact: true}).waitFor()
    const said = await card.innerText()
    expect(said).toContain(sentence(code))
    expect(said).toContain('What you see is from ')
    expect(said).not.toMatch(/\{\{|undefined|null/)
    expect(await sentenceOf(page, 'Ada Lindqvist').isVisible()).toBe(true)

    await page.unroute(FACTS)
    expect(await card.getByRole('button').count()).toBe(1)
    await card.getByRole('button').click()
    await card.waitFor({state: 'hidden'})
    await sentenceOf(page, 'Ada Lindqvist').waitFor()
    // The browser itself writes down each request that failed.
    school.errors.splice(0)
  },
)

/** As the function says it, or what a browser makes of no answer and of somebody else's. */
async function fail(route: Route, code: FaultCode): Promise<void> {
  const {status} = FAULTS[code]
  if (code === 'unreachable') return route.abort('connectionrefused')
  if (status === null) return route.fulfill({status: 200, contentType: 'text/html', body: '<p>Hello</p>'})
  const error = {code, message: 'on purpose', requestId: 'request-of-this-test', detail: DETAIL}
  // That a setting is named tells a Studio without a token from a sign-in that has ended.
  const {setting: _, ...others} = DETAIL
  const json = {error: code === 'unauthenticated' ? {...error, detail: others} : error}
  return route.fulfill({status, json})
}

function sentence(code: FaultCode): string {
  const {url} = school.demo
  const words: Readonly<Record<string, string>> = {...DETAIL, endpoint: `${url}/api`, origin: url}
  return en[`fault.${code}.action`].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '')
}
