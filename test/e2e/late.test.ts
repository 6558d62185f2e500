import {expect, test} from 'vitest'
import {focusIsIn} from './focus-is-in.ts'
import {rowOf, sentenceOf} from './rows.ts'
import {setup} from './setup.ts'

/** What comes when somebody opens a row, or mends what it says. */
const PARTS = /\/static\/(?:EntryDetails|RepairDialog)-[^/]*\.js$/

test('A key that is pressed before its dialog has come still does its work, and the focus is where it belongs.', async () => {
  const {open} = await setup()
  const page = await open('/structure')
  const {promise: asked, resolve: come} = Promise.withResolvers<void>()
  await page.route(PARTS, async (route) => {
    await asked
    await route.continue()
  })
  await page.getByRole('link', {name: 'Passes', exact: true}).click()
  await sentenceOf(page, 'Ada Lindqvist').focus()
  await page.keyboard.press('g')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Loading…').waitFor()
  come()
  await focusIsIn(dialog.getByRole('button', {name: 'Confirm'}))
  await page.keyboard.press('Escape')
  await dialog.waitFor({state: 'hidden'})
  await focusIsIn(sentenceOf(page, 'Ada Lindqvist'))
  expect(await dialog.count()).toBe(0)
})

test('A part that does not come says so in its own place; reloading the page goes on where somebody was.', async () => {
  const {open, errors} = await setup()
  const page = await open('/structure')
  await page.route(PARTS, (route) => route.abort('connectionrefused'))
  await page.getByRole('link', {name: 'Passes', exact: true}).click()
  const grant = rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'})
  await grant.click()
  const card = page.getByRole('alert').filter({hasText: 'This part of the screen did not load'})
  await page.getByRole('dialog').filter({has: card}).waitFor()
  await page.keyboard.press('Escape')
  await card.waitFor({state: 'hidden'})
  await focusIsIn(grant)

  await sentenceOf(page, 'Ada Lindqvist').click()
  await rowOf(page, 'Ada Lindqvist').filter({has: card}).waitFor()
  await sentenceOf(page, 'Frida Nygård').waitFor()
  await page.unroute(PARTS)
  await card.getByRole('button', {name: 'Reload the page'}).click()
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Dismiss…'}).waitFor()

  const others = errors.splice(0).filter((error) => !/Failed to load resource|was not loaded/.test(error))
  expect(others).toEqual([])
})

/** What the plugin says: what opening the tool says, and what somebody opens then. */
const SENTENCES = /\/static\/(?:english|norwegian|later-en|later-nb)-[^/]*\.js$/
const OF_PARTS = /\/static\/later-en-[^/]*\.js$/

test('A Studio starts without the plugin’s sentences; opening the tool brings those of its language beside its code.', async () => {
  const {open} = await setup()
  const page = await open('/structure')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const tool = page.getByRole('link', {name: 'Passes', exact: true})
  await tool.waitFor()
  await page.reload()
  await tool.waitFor()
  expect(asked.filter((url) => SENTENCES.test(url))).toEqual([])

  // The tool's code waits, and its sentences do not wait for it.
  const {promise: come, resolve} = Promise.withResolvers<void>()
  await page.route(/\/static\/PassesTool-[^/]*\.js$/, async (route) => {
    await come
    await route.continue()
  })
  const english = page.waitForRequest(/\/static\/english-[^/]*\.js$/)
  await tool.click()
  await english
  resolve()
  await sentenceOf(page, 'Ada Lindqvist').waitFor()
  expect(asked.filter((url) => /norwegian|later-nb/.test(url))).toEqual([])
})

test('Sentences of a part that do not come are said so in its place; reloading the page brings them.', async () => {
  const {open, errors} = await setup()
  const page = await open('/structure')
  await page.route(OF_PARTS, (route) => route.abort('connectionrefused'))
  await page.getByRole('link', {name: 'Passes', exact: true}).click()
  await sentenceOf(page, 'Ada Lindqvist').click()
  const card = page.getByRole('alert').filter({hasText: 'This part of the screen did not load'})
  await rowOf(page, 'Ada Lindqvist').filter({has: card}).waitFor()
  await page.unroute(OF_PARTS)
  await card.getByRole('button', {name: 'Reload the page'}).click()
  await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Dismiss…'}).waitFor()

  const others = errors.splice(0).filter((error) => !/Failed to load resource|was not loaded/.test(error))
  expect(others).toEqual([])
})
