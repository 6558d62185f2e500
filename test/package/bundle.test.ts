import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {z} from 'zod'
import {buildPackage} from '../../.config/build.ts'
import {importsOfSource, ROOT} from '../../.config/source-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'stripe-passes-dist-'))

beforeAll(() => buildPackage(folder), 120_000)
afterAll(() => rmSync(folder, {recursive: true, force: true}))

type BuiltFile = {file: string; source: string; packages: string[]}

/** A built door and every chunk that it loads: at once, and also later where `withLazy`. */
function walk(door: string, {withLazy = true} = {}): BuiltFile[] {
  const seen = new Map<string, BuiltFile>()
  const queue = [resolve(folder, door)]
  for (const file of queue) {
    if (seen.has(file)) continue
    const source = readFileSync(file, 'utf8')
    const imports = importsOfSource(file, source).filter(({isLazy}) => withLazy || !isLazy)
    const specifiers = imports.map(({specifier}) => specifier)
    seen.set(file, {file, source, packages: specifiers.filter((specifier) => !specifier.startsWith('.'))})
    queue.push(
      ...specifiers
        .filter((specifier) => specifier.startsWith('.'))
        .map((path) => resolve(dirname(file), path)),
    )
  }
  return [...seen.values()]
}

/** What is loaded when somebody opens it. Health has a text of the browser's own to parse. */
const SCREENS = ['PassesTool', 'lately', 'StudentsScreen', 'ActivityScreen']

/** A chunk by the name of what it was cut out for. */
function chunk(name: string): string {
  const file = `chunks/${name}.js`
  if (!existsSync(join(folder, file))) throw new Error(`nothing is built as ${name}`)
  return file
}

/** What a built file is made of, by its map. */
function sourcesOf(file: string): string[] {
  const {sources} = z
    .object({sources: z.array(z.string())})
    .parse(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
  return sources.map((source) => relative(ROOT, resolve(dirname(file), source)))
}

/** Settings of the function, all secret, that a browser must not even know by name. */
const SECRETS = [
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRETS',
  'SANITY_WRITE_TOKEN',
  'SYNC_SECRET',
  'DATABASE_URL',
  'ALERT_WEBHOOK_URL',
  'MESSAGE_WEBHOOK_URL',
]

/** Sanity's build puts in the values of its own public variables; any other would be read from a server. */
const ENVIRONMENT = /process\.env(?!\.SANITY_STUDIO_)/

describe('the built plugin', () => {
  it('reaches a browser without stripe, hono or anything of Node', () => {
    const files = walk('index.js')
    expect(files.length).toBeGreaterThan(1)
    const packages = new Set(files.flatMap((file) => file.packages))
    expect([...packages].filter((name) => /^(stripe|hono|node:|@sanity\/client)/.test(name))).toEqual([])
  })

  it('is built for production, also where a test builds it', () => {
    const packages = walk('index.js').flatMap((file) => file.packages)
    expect(packages).toContain('react/jsx-runtime')
    expect(packages).not.toContain('react/jsx-dev-runtime')
  })

  it('opens its tool without zod: what comes from the function is parsed in the worker', () => {
    const loaded = [
      ...walk('index.js', {withLazy: false}),
      ...SCREENS.flatMap((name) => walk(chunk(name), {withLazy: false})),
    ]
    expect(loaded.length).toBeGreaterThan(20)
    expect(loaded.filter(({packages}) => packages.some((name) => name.startsWith('zod')))).toEqual([])
  })

  it('opens its tool with the sentences of its first screen only, and without what reads a school’s own names', () => {
    const sources = walk(chunk('PassesTool'), {withLazy: false}).flatMap(({file}) => sourcesOf(file))
    expect(sources).toContain('plugin/i18n/use-first-text.ts')
    expect(sources).toContain('plugin/tool/mismatches/EntryList.tsx')
    const LATER = /i18n\/use-text|documents\/(?:parse-document|schema-gaps|queries|person-queries)/
    expect(sources.filter((source) => LATER.test(source))).toEqual([])
  })

  it('opens its tool without what somebody opens then, and without what only other screens keep', () => {
    const sources = walk(chunk('PassesTool'), {withLazy: false}).flatMap(({file}) => sourcesOf(file))
    const THEN =
      /tool\/(?:students|activity|health|overview)\/|(?:Details|Dialog|FirstRun|Preview\w+|BulkRepair)\.tsx$/
    const OTHERS = /live\/(?:activity-store|name-book|purchase-watch)|engine\/tallies|read-written/
    const SHELL = 'plugin/tool/parts/LateDialog.tsx'
    expect(
      sources.filter((source) => (THEN.test(source) || OTHERS.test(source)) && source !== SHELL),
    ).toEqual([])
  })

  it('shows what it knows of a document without the list', () => {
    const sources = walk(chunk('lately'), {withLazy: false}).flatMap(({file}) => sourcesOf(file))
    expect(sources).toContain('plugin/document/PassesInspector.tsx')
    expect(sources.filter((source) => source.includes('tool/mismatches/Entry'))).toEqual([])
  })

  it('brings no query of the function’s to a browser, and what draws plots for Health only', () => {
    const files = walk('index.js')
    expect(files.flatMap(({file}) => sourcesOf(file))).not.toContain('plugin/core/documents/queries.ts')
    const drawing = files.filter(({packages}) => packages.some((name) => name.startsWith('@visx')))
    expect(drawing.map(({file}) => basename(file))).toEqual(['DayPlots.js'])
  })

  it('names no secret', () => {
    const named = walk('index.js').flatMap(({file, source}) =>
      SECRETS.filter((secret) => source.includes(secret)).map((secret) => `${file}: ${secret}`),
    )
    expect(named).toEqual([])
  })

  it('reads no environment but the public one that a Studio is built with', () => {
    expect(walk('index.js').filter(({source}) => ENVIRONMENT.test(source))).toEqual([])
  })

  it('ships types for both doors', () => {
    expect(existsSync(join(folder, 'types/plugin/index.d.ts'))).toBe(true)
    expect(existsSync(join(folder, 'types/functions/index.d.ts'))).toBe(true)
  })
})

describe('the built function', () => {
  it('answers without React or the Studio', () => {
    const packages = new Set(walk('functions/index.js').flatMap((file) => file.packages))
    expect(
      [...packages].filter((name) => /^(react|sanity|styled-components|@sanity\/(ui|icons))/.test(name)),
    ).toEqual([])
  })

  it('loads no SDK before somebody is let in', () => {
    const packagesOf = (files: BuiltFile[]) => new Set(files.flatMap((file) => file.packages))
    const atOnce = packagesOf(walk('functions/index.js', {withLazy: false}))
    expect(atOnce).toContain('hono')
    expect([...atOnce].filter((name) => /^(stripe|@sanity)/.test(name))).toEqual([])
    expect(packagesOf(walk('functions/index.js'))).toContain('stripe')
  })

  it('needs nothing of Node, so that it runs on Workers', () => {
    const packages = walk('functions/index.js').flatMap((file) => file.packages)
    expect(packages.filter((name) => name.startsWith('node:'))).toEqual([])
  })
})
