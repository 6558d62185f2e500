import type {Browser, CDPSession, Page} from 'playwright-core'
import {DEMO_PROJECT} from '../../studio/demo-workspace.ts'
import {answerOutside} from '../e2e/outside.ts'

declare global {
  interface Window {
    measured: Measured
  }
}

/** What the page itself notes while it is used. */
type Measured = {
  /** Milliseconds since 1970 when something that was waited for had been painted, by what it is. */
  paintedAt: Record<string, number>
  /** Milliseconds since 1970 of the last click: a driver takes a while to come to it. */
  clickedAt: number
  /** The longest from a key to the next paint, by interaction. */
  interactions: Record<string, number>
  /** Milliseconds of every task of 50 or more. */
  tasks: number[]
  /** The most rows that were in the page at once. */
  rows: number
  /** How often React wrote to the page. */
  commits: number
}

const SLOW_DOWN = 4
/** A slow machine may be a slow one on top. */
const PATIENCE_MS = 180_000
/** An interaction that is not told of took less than what is told. */
const LEAST_TOLD_MS = 16
/** The pause between two keys of somebody who types fast. */
const KEY_MS = 120
/** The longest that a Studio rests between two things that it does at its start. */
const QUIET_MS = 4_000
const WHEEL = 2_000
const WHEEL_MS = 30

export type MeasuredPage = {page: Page; close: () => Promise<void>}

/** A page of a slow machine, signed in, that notes how it does. */
export async function openMeasured(browser: Browser, url: string, token: string): Promise<MeasuredPage> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, locale: 'en-GB'})
  await answerOutside(context, [])
  await context.addInitScript(
    ([key = '', value = '']) => localStorage.setItem(key, value),
    [`__studio_auth_token_${DEMO_PROJECT}`, JSON.stringify({token, time: new Date().toISOString()})],
  )
  await context.addInitScript(noteEverything)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', {rate: SLOW_DOWN})
  await page.goto(url)
  return {page, close: () => context.close()}
}

/** Waits until the page has nothing more to do by itself: a Studio still works for seconds after its first screen. */
export async function settle(page: Page): Promise<void> {
  const tasks = () => page.evaluate(() => window.measured.tasks.length)
  for (let before = -1, now = await tasks(); now !== before; now = await tasks()) {
    before = now
    await page.waitForTimeout(QUIET_MS)
  }
}

/** Milliseconds since 1970 when an element that fits was first painted. */
export async function paintedAt(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, {state: 'attached'})
  await page.waitForFunction((name) => Number.isFinite(window.measured.paintedAt[name]), selector)
  return page.evaluate((name) => window.measured.paintedAt[name] ?? Number.NaN, selector)
}

/** The slowest of every hundred interactions but two, and how often React wrote for each key. */
export async function typeInto(page: Page, label: string, text: string) {
  await page.getByLabel(label, {exact: true}).focus()
  await page.evaluate(() => {
    window.measured.interactions = {}
    window.measured.commits = 0
  })
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(KEY_MS)
  }
  await page.waitForTimeout(1_000)
  const {interactions, commits} = await page.evaluate(() => window.measured)
  const told = Object.values(interactions)
  const untold = Array.from({length: Math.max(0, text.length - told.length)}, () => LEAST_TOLD_MS)
  const sorted = [...told, ...untold].toSorted((a, b) => a - b)
  return {
    p98: sorted[Math.ceil(sorted.length * 0.98) - 1] ?? Number.NaN,
    commitsPerKey: Math.round((commits / text.length) * 100) / 100,
  }
}

/** The longest task, and the most rows, while the wheel goes through everything. */
export async function scrollThrough(page: Page, selector: string) {
  const frame = page.locator(selector)
  const box = await frame.boundingBox()
  if (box === null) throw new Error(`${selector} is not on the page`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    window.measured.tasks = []
    window.measured.rows = 0
  })
  const isAtEnd = () =>
    frame.evaluate(({scrollTop, scrollHeight, clientHeight}) => scrollTop + clientHeight >= scrollHeight - 2)
  while (!(await isAtEnd())) {
    await page.mouse.wheel(0, WHEEL)
    await page.waitForTimeout(WHEEL_MS)
  }
  await page.waitForTimeout(500)
  const {tasks, rows} = await page.evaluate(() => window.measured)
  return {longestTask: Math.round(Math.max(0, ...tasks)), rows}
}

/** Runs in the page, before anything of it. */
function noteEverything(): void {
  const measured: Measured = {paintedAt: {}, clickedAt: 0, interactions: {}, tasks: [], rows: 0, commits: 0}
  window.measured = measured
  const awaited = ['[data-row-button]', '[data-entry] [data-ui=Badge]', '[data-baseline]']
  const note = () => {
    measured.rows = Math.max(measured.rows, document.querySelectorAll('[data-index]').length)
    for (const selector of awaited) {
      const element = document.querySelector(selector)
      if (selector in measured.paintedAt || element === null) continue
      measured.paintedAt[selector] = Number.POSITIVE_INFINITY
      for (const part of [element, ...element.querySelectorAll('*')]) {
        part.setAttribute('elementtiming', selector)
      }
    }
  }
  // The browser's own word on when it was painted: a task asked for after it may stand behind many of the page's.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('identifier' in entry)) continue
      const selector = String(entry.identifier)
      measured.paintedAt[selector] = Math.min(
        measured.paintedAt[selector] ?? Number.POSITIVE_INFINITY,
        Math.round(performance.timeOrigin + entry.startTime),
      )
    }
  }).observe({type: 'element', buffered: true})
  const noteClick = ({timeStamp}: Event) => {
    measured.clickedAt = Math.round(performance.timeOrigin + timeStamp)
  }
  addEventListener('click', noteClick, true)
  new MutationObserver(note).observe(document, {childList: true, subtree: true})
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) measured.tasks.push(duration)
  }).observe({type: 'longtask'})
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id = 'interactionId' in entry ? String(entry.interactionId) : '0'
      if (id !== '0') measured.interactions[id] = Math.max(measured.interactions[id] ?? 0, entry.duration)
    }
  }).observe(Object.assign({type: 'event', durationThreshold: 16}))
  // React tells whoever stands here, as its developer tools do.
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        measured.commits += 1
      },
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  })
}
