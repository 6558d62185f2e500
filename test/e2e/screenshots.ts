import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {DEMO_PROJECT} from '../../studio/demo-workspace.ts'
import {builtStudio} from '../../studio/local/demo/built-studio.ts'
import {startDemo} from '../../studio/local/demo/start-demo.ts'
import {demoSeed} from '../../studio/local/seed/demo-seed.ts'
import {launchChromium} from './chromium.ts'
import {answerOutside} from './outside.ts'
import {rowOf, sentenceOf} from './rows.ts'

const FOLDER = new URL('../../docs/images', import.meta.url).pathname
/** A weekday noon, the same in every picture: a new one differs only where the screen does. */
const NOW = new Date('2026-03-11T11:00:00Z')

interface Picture {
  name: string
  path: string
  /** Brings the page to what the picture is of. */
  until: (page: Page) => Promise<void>
}

const PICTURES: readonly Picture[] = [
  {name: 'mismatches', path: '/passes', until: async (page) => sentenceOf(page, 'Ada Lindqvist').waitFor()},
  {
    name: 'preview',
    path: '/passes',
    until: async (page) => {
      await rowOf(page, 'Ada Lindqvist').getByRole('button', {name: 'Grant 10-class pass'}).click()
      await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).waitFor()
    },
  },
  {
    name: 'health',
    path: '/passes/health',
    until: async (page) => page.getByRole('heading', {name: 'Taking payments'}).waitFor(),
  },
  {
    name: 'inspector',
    path: '/structure/user;student-ada-lindqvist,inspect=passes',
    until: async (page) => {
      await page.getByText('paid, no pass').first().waitFor()
      // Until the form may be edited it is grey.
      await page.getByRole('textbox', {name: 'Name', exact: true}).click()
      await page.getByRole('heading', {name: 'Ada Lindqvist'}).first().click()
    },
  },
]

/** `npm run screenshots`: the pictures of README and docs, taken of the real product. */
async function takePictures(): Promise<void> {
  await mkdir(FOLDER, {recursive: true})
  const seed = demoSeed({now: NOW})
  const demo = await startDemo({seed, studio: await builtStudio(), now: () => NOW.getTime()})
  const browser = await launchChromium()
  const token = seed.people[0]?.token ?? ''
  try {
    for (const picture of PICTURES) {
      const context = await browser.newContext({
        viewport: {width: 1440, height: 860},
        deviceScaleFactor: 1.5,
        locale: 'en-GB',
        timezoneId: 'Europe/Oslo',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      })
      await answerOutside(context, [])
      await context.clock.install({time: NOW})
      await context.addInitScript(
        ([key = '', value = '']) => localStorage.setItem(key, value),
        [`__studio_auth_token_${DEMO_PROJECT}`, JSON.stringify({token, time: NOW.toISOString()})],
      )
      const page = await context.newPage()
      await page.goto(`${demo.url}${picture.path}`)
      await picture.until(page)
      await page.evaluate(async () => document.fonts.ready)
      const path = join(FOLDER, `${picture.name}.png`)
      await page.screenshot({path, animations: 'disabled', caret: 'hide'})
      process.stdout.write(`${path}\n`)
      await context.close()
    }
  } finally {
    await browser.close()
    await demo.close()
  }
}

await takePictures()
