import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {DEMO_PROJECT} from '../../studio/demo-workspace.ts'
import {builtStudio} from '../../studio/local/demo/built-studio.ts'
import {startDemo} from '../../studio/local/demo/start-demo.ts'
import {demoSeed} from '../../studio/local/seed/demo-seed.ts'
import {launchChromium} from './chromium.ts'
import {answerOutside} from './outside.ts'

const FOLDER = new URL('../../docs/images', import.meta.url).pathname
/** A weekday noon, the same in every picture: a new one differs only where the screen does. */
const NOW = new Date('2026-03-11T11:00:00Z')

interface Picture {
  name: string
  path: string
  dark?: boolean
  /** Brings the page to what the picture is of. */
  until: (page: Page) => Promise<void>
}

const PICTURES: readonly Picture[] = [
  {
    name: 'mismatches',
    path: '/passes',
    until: async (page) => page.getByText('Ada Lindqvist').first().waitFor(),
  },
  {
    name: 'mismatches-dark',
    path: '/passes',
    dark: true,
    until: async (page) => page.getByText('Ada Lindqvist').first().waitFor(),
  },
  {
    name: 'preview',
    path: '/passes',
    until: async (page) => {
      await page.getByText('Ada Lindqvist').first().waitFor()
      await page
        .getByRole('button', {name: /Grant 10-class pass/})
        .first()
        .click()
      await page.getByRole('dialog').getByRole('button', {name: 'Confirm'}).waitFor()
    },
  },
  {
    name: 'inspector',
    path: '/structure/user;student-oskar-hellstrom,inspect=passes',
    until: async (page) => page.getByText('Day Drop In').first().waitFor(),
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
        viewport: {width: 1280, height: 800},
        deviceScaleFactor: 2,
        locale: 'en-GB',
        timezoneId: 'Europe/Oslo',
        colorScheme: picture.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      })
      await answerOutside(context, [])
      await context.clock.setFixedTime(NOW)
      await context.addInitScript(
        ([key = '', value = '']) => localStorage.setItem(key, value),
        [`__studio_auth_token_${DEMO_PROJECT}`, JSON.stringify({token, time: NOW.toISOString()})],
      )
      const page = await context.newPage()
      await page.goto(`${demo.url}${picture.path}`)
      await picture.until(page)
      await page.waitForLoadState('networkidle').catch(() => undefined)
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
