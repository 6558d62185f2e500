import type {Browser, BrowserContext, Page, Request} from 'playwright-core'
import {afterAll, afterEach, expect, inject, onTestFinished} from 'vitest'
import type {Log, LogLine} from '../../functions/index.ts'
import {DEMO_PROJECT} from '../../studio/demo-workspace.ts'
import {type Demo, type DemoOptions, startDemo} from '../../studio/local/demo/start-demo.ts'
import {type DemoSeed, demoSeed} from '../../studio/local/seed/demo-seed.ts'
import {repeatedIn} from '../support/repeated-in.ts'
import {launchChromium} from './chromium.ts'
import {answerOutside} from './outside.ts'

const PATIENCE_MS = 60_000

/** The demo people, by what they may do. */
export type Who = 'p-ingrid' | 'p-mikko' | 'p-sanna' | 'p-viljar'

/** What a browser asks for by itself; the demo's Studio speaks it. */
export type Language = 'en-GB' | 'nb-NO'

interface Opened {
  /** Ingrid unless said. */
  as: Who | null
  dark: boolean
  /** English unless said. */
  language: Language
}

export interface FunctionRequest {
  method: string
  path: string
  origin: string
}

export interface Setup {
  demo: Demo
  seed: DemoSeed
  /** A tab of this person's browser, in which they are signed in; null: of one in which nobody is yet. */
  open: (path: string, options?: Partial<Opened> & {context?: BrowserContext}) => Promise<Page>
  /** What the pages asked of the function, in order, preflights left out. */
  requests: FunctionRequest[]
  /** What browsers wrote to their consoles as errors. A test that provokes some takes them out again. */
  errors: string[]
}

/** A demo for more than one test: it is looked after by whoever started it. */
export interface SharedSetup extends Setup {
  /** Fails when something was asked that nobody knows, or a page complained, since it was last called. */
  check: () => void
  close: () => Promise<void>
}

type SetupOptions = Partial<Omit<DemoOptions, 'seed'>> & {
  /** What is different from the demo schools. */
  change?: (seed: DemoSeed, now: Date) => DemoSeed
}

let launched: Promise<Browser> | null = null
const checks: (() => void)[] = []

afterEach(() => {
  for (const check of checks.splice(0)) check()
})
afterAll(async () => {
  await (await launched)?.close()
  launched = null
})

/**
 * The demo on a port of its own, and a real Chromium to look at it. When the test ends, nothing may have been
 * asked of lake, Stripe or the outside that they don't know, and no page may have complained.
 */
export async function setup(options: SetupOptions = {}): Promise<Setup> {
  const {check, close, ...rest} = await startSetup(options)
  onTestFinished(close)
  checks.push(check)
  return rest
}

/** The same for many tests that go on from where the one before has left it. */
export async function startSetup({
  change = (seed) => seed,
  ...options
}: SetupOptions = {}): Promise<SharedSetup> {
  const now = new Date()
  const seed = change(demoSeed({now}), now)
  const lines: LogLine[] = []
  const log: Log = (line) => void lines.push(line)
  const demo = await startDemo({seed, studio: inject('studio'), log, ...options})
  const contexts = new Map<string, Promise<BrowserContext>>()
  const outside: string[] = []
  const errors: string[] = []
  const requests: FunctionRequest[] = []

  const close = async () => {
    await Promise.all([...contexts.values()].map(async (context) => (await context).close()))
    await demo.close()
  }
  const check = () => {
    const bugs = lines.flatMap(({code, bug}) => (code === 'internal' ? [bug ?? code] : []))
    expect.soft(bugs, 'bugs of the function').toEqual([])
    const seeded = {...seed, sessions: seed.stripe.sessions, secrets: seed.stripe.keys.map(({key}) => key)}
    expect.soft(repeatedIn(JSON.stringify(lines), seeded), 'personal data in the log').toEqual([])
    expect.soft(errors.splice(0), 'errors in the console').toEqual([])
    expect.soft(outside, 'asked of the outside').toEqual([])
    expect.soft(demo.lake.ledger.unknown, 'unknown to the lake').toEqual([])
    expect.soft(demo.stripe.ledger.unknown, 'unknown to Stripe').toEqual([])
  }

  async function newContext({as, dark, language}: Opened): Promise<BrowserContext> {
    const browser = await (launched ??= launchChromium())
    const context = await browser.newContext({
      viewport: {width: 1400, height: 900},
      locale: language,
      timezoneId: 'Europe/Oslo',
      colorScheme: dark ? 'dark' : 'light',
    })
    // A busy machine is slow, which is no failure.
    context.setDefaultTimeout(PATIENCE_MS)
    await answerOutside(context, outside)
    const token = seed.people.find(({id}) => id === as)?.token
    if (token !== undefined) await signIn(context, token)
    return context
  }

  // What was loaded once need not be loaded again for another tab.
  function contextOf(opened: Opened): Promise<BrowserContext> {
    const key = JSON.stringify(opened)
    const context = contexts.get(key) ?? newContext(opened)
    contexts.set(key, context)
    return context
  }

  return {
    demo,
    seed,
    requests,
    errors,
    check,
    close,
    async open(path, {as = 'p-ingrid', dark = false, language = 'en-GB', context} = {}) {
      const page = await (context ?? (await contextOf({as, dark, language}))).newPage()
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
      page.on('request', (request) => noteRequest(request, requests))
      await page.goto(`${demo.url}${path}`)
      return page
    },
  }
}

/** As after the login screen, which one test goes through. */
async function signIn(context: BrowserContext, token: string): Promise<void> {
  await context.addInitScript(
    ([key = '', value = '']) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value)
    },
    [`__studio_auth_token_${DEMO_PROJECT}`, JSON.stringify({token, time: new Date().toISOString()})],
  )
}

function noteRequest(request: Request, noted: FunctionRequest[]): void {
  const {pathname, origin} = new URL(request.url())
  const [, path] = /^(?:\/api)?(\/v1\/schools.*)$/.exec(pathname) ?? []
  if (path !== undefined && request.method() !== 'OPTIONS')
    noted.push({method: request.method(), path, origin})
}
