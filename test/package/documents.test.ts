import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {ROOT} from '../../.config/source-files.ts'
import {parseConfig} from '../../functions/config.ts'
import {SETTINGS} from '../../functions/settings.ts'
import {FAULT_CODES} from '../../plugin/core/contract/fault.ts'
import {HANDLED_EVENTS} from '../../plugin/core/contract/webhook-events.ts'
import {BLOCKS, PAGES, textOf} from './pages.ts'

describe.each(PAGES)('%s', (page) => {
  it('leads nowhere that does not exist', () => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|mailto:)([^)#]+)[^)]*\)/g)].map(
      ([, to = '']) => to,
    )
    expect(links.filter((to) => !existsSync(join(ROOT, dirname(page), to)))).toEqual([])
  })
})

it('every snippet of TypeScript holds against the types of what is published', () => {
  const snippets = BLOCKS.filter(({language}) => language === 'ts')
  expect(snippets.length).toBeGreaterThan(1)
  const folder = join(ROOT, 'coverage/snippets')
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  for (const [nth, {page, text}] of snippets.entries()) {
    writeFileSync(join(folder, `${page.replaceAll(/\W+/g, '-')}-${nth}.ts`), text)
  }
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: {
      noEmit: true,
      composite: false,
      incremental: false,
      noPropertyAccessFromIndexSignature: false,
      paths: {
        'sanity-plugin-stripe-passes': ['../../plugin/index.ts'],
        'sanity-plugin-stripe-passes/functions': ['../../functions/index.ts'],
      },
    },
    // What only a bundler knows is declared beside the code that asks for it.
    include: ['*.ts', '../../plugin/**/*.d.ts'],
    exclude: [],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const {stdout} = spawnSync('tsc', ['-p', folder], {cwd: ROOT, encoding: 'utf8'})
  expect(stdout).toBe('')
}, 60_000)

it('every group of settings that is shown is one that the function takes', () => {
  const enough = {
    STRIPE_SECRET_KEY: 'rk_live_1',
    LIVE: 'true',
    SANITY_PROJECT_ID: 'abc123',
    SANITY_DATASET: 'production',
    SANITY_WRITE_TOKEN: 'sk1',
  }
  const groups = BLOCKS.filter(({text}) => Object.keys(SETTINGS).some((name) => text.includes(`${name}=`)))
  expect(groups.length).toBeGreaterThan(3)
  for (const {page, text} of groups) {
    const shown = [...text.matchAll(/^\s*([A-Z_]+)=(.*?)(?:\s+#.*)?$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('…', '0123456789abcdef01234567'),
    ])
    const {problems} = parseConfig({...enough, ...Object.fromEntries(shown)})
    expect(problems, page).toEqual([])
    expect(shown.map(([name]) => name).filter((name) => !Object.hasOwn(SETTINGS, String(name)))).toEqual([])
  }
})

it('every JSON that is shown is JSON', () => {
  const blocks = BLOCKS.filter(({language}) => language === 'json')
  expect(blocks.length).toBeGreaterThan(1)
  for (const {page, text} of blocks) expect(() => void JSON.parse(text), page).not.toThrow()
})

it('every query that is shown is one', () => {
  const queries = BLOCKS.filter(({language}) => language === 'groq')
  expect(queries.length).toBeGreaterThan(0)
  for (const {page, text} of queries)
    expect(() => void parse(text, {params: {payment: 'cs_live_1'}}), page).not.toThrow()
})

it('every command that is shown is one that there is', () => {
  const {scripts} = z
    .object({scripts: z.record(z.string(), z.string())})
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
  const named = [
    ...PAGES.map(textOf)
      .join('\n')
      .matchAll(/npm run (?:-s )?([a-z:]+)/g),
  ]
  expect(named.map(([, name = '']) => name).filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})

it('every command of the package that is shown is one that there is', () => {
  const named = [
    ...PAGES.map(textOf)
      .join('\n')
      .matchAll(/npx stripe-passes (\w+)/g),
  ].map(([, name = '']) => name)
  expect(new Set(named)).toEqual(new Set(['audit', 'doctor', 'sync']))
  expect(named.filter((name) => !existsSync(join(ROOT, `functions/cli/${name}.ts`)))).toEqual([])
})

it('every event that is handled is one that the endpoint is told to hear, and no other is', () => {
  const listed = [...textOf('docs/03-stripe.md').matchAll(/`([a-z_]+(?:\.[a-z_]+)+)`/g)].map(
    ([, name = '']) => name,
  )
  expect(listed.toSorted()).toEqual([...HANDLED_EVENTS].toSorted())
})

it('every setting has a line, and nothing else has', () => {
  const listed = [...textOf('docs/settings.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual(Object.keys(SETTINGS).toSorted())
})

it('every fault has a paragraph that says what to do', () => {
  const told = [...textOf('docs/troubleshooting.md').matchAll(/^### `(\w+)`\n\n\S/gm)].map(
    ([, code = '']) => code,
  )
  expect(told.toSorted()).toEqual([...FAULT_CODES].toSorted())
})
