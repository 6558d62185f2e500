import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {DEMO_PROJECT} from '../../studio/demo-workspace.ts'
import {builtStudio} from '../../studio/local/demo/built-studio.ts'
import {startDemo} from '../../studio/local/demo/start-demo.ts'
import {demoSeed} from '../../studio/local/seed/demo-seed.ts'
import {launchChromium} from './chromium.ts'
import {comeToRest} from './come-to-rest.ts'
import {answerOutside} from './outside.ts'
import type {Place, State, World} from './states/state.ts'
import {ONLY_SEEN, WORLDS} from './states/worlds.ts'

const DOCS = new URL('../../docs/images', import.meta.url).pathname
/** The states that README and docs show, and what the pictures are called there. */
const IN_DOCS: Readonly<Record<string, string>> = {
  list: 'mismatches',
  preview: 'preview',
  health: 'health',
  'inspector-student': 'inspector',
  message: 'message',
  'all-schools': 'schools',
}
/** A weekday noon, the same in every picture: a new one differs only where the screen does. */
const NOW = new Date('2026-03-11T11:00:00Z')

/** How a state is taken: one picture, or one for each width and colour scheme. */
interface Camera {
  scale: number
  take: (page: Page, name: string) => Promise<void>
}

const forDocs: Camera = {
  scale: 1.5,
  async take(page, name) {
    await save(page, join(DOCS, `${IN_DOCS[name] ?? name}.png`))
  },
}

function everyWay(folder: string): Camera {
  return {
    scale: 1,
    async take(page, name) {
      for (const width of [1440, 1024, 390]) {
        await page.setViewportSize({width, height: 860})
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({colorScheme})
          await comeToRest(page, colorScheme)
          await save(page, join(folder, `${name}-${width}-${colorScheme}.png`))
        }
      }
    },
  }
}

async function save(page: Page, path: string): Promise<void> {
  await page.evaluate(async () => document.fonts.ready)
  await page.screenshot({path, animations: 'disabled', caret: 'hide'})
  process.stdout.write(`${path}\n`)
}

type Look = Pick<Camera, 'scale'> & Pick<World, 'language'>

async function arriveAt(browser: Browser, place: Place, state: State, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: {width: 1440, height: 860},
    deviceScaleFactor: look.scale,
    locale: look.language ?? 'en-GB',
    timezoneId: 'Europe/Oslo',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await answerOutside(context, [])
  await context.clock.install({time: NOW})
  const token = place.seed.people.find(({id}) => id === (state.as ?? 'p-ingrid'))?.token ?? ''
  await context.addInitScript(
    ([key = '', value = '']) => localStorage.setItem(key, value),
    [`__studio_auth_token_${DEMO_PROJECT}`, JSON.stringify({token, time: NOW.toISOString()})],
  )
  const page = await context.newPage()
  await page.goto(`${place.demo.url}${state.path}`)
  await state.arrive(page, place)
  return page
}

async function takeWorld(browser: Browser, world: World, names: RegExp | null, camera: Camera) {
  const states = world.states.filter(({name}) => names === null || names.test(name))
  if (states.length === 0) return
  const ordinary = demoSeed({now: NOW})
  const seed = world.change?.(ordinary, NOW) ?? ordinary
  const {environment = {}, schema = 'platform'} = world
  const demo = await startDemo({
    seed,
    studio: await builtStudio(),
    environment,
    schema,
    now: () => NOW.getTime(),
  })
  try {
    await world.prepare?.({demo, seed})
    for (const state of states) {
      const page = await arriveAt(browser, {demo, seed}, state, {...world, ...camera})
      await camera.take(page, state.name)
      await page.context().close()
      demo.stripe.faults.clear()
      demo.lake.faults.clear()
    }
  } finally {
    await demo.close()
  }
}

/**
 * `npm run screenshots`: the pictures of README and docs, taken of the real product. With a folder, every state of
 * every screen instead, light and dark, on a desk, a tablet and a telephone: `npm run screenshots -- /tmp/states`.
 * A pattern after the folder leaves the states whose name it fits.
 */
async function takePictures([folder, pattern]: readonly string[]): Promise<void> {
  const browser = await launchChromium()
  try {
    if (folder === undefined) {
      const names = new RegExp(`^(${Object.keys(IN_DOCS).join('|')})$`)
      for (const world of WORLDS) await takeWorld(browser, world, names, forDocs)
      return
    }
    await mkdir(folder, {recursive: true})
    const names = pattern === undefined ? null : new RegExp(pattern)
    for (const world of [...WORLDS, ...ONLY_SEEN]) await takeWorld(browser, world, names, everyWay(folder))
  } finally {
    await browser.close()
  }
}

await takePictures(process.argv.slice(2))
