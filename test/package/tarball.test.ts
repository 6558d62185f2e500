import {execFileSync, spawnSync} from 'node:child_process'
import {globSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {z} from 'zod'
import {ROOT} from '../../.config/source-files.ts'
import {NAME, pack, type Packed} from './pack.ts'

let packed: Packed

const manifest = z.object({dependencies: z.record(z.string(), z.string())})
const {dependencies} = manifest.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))

beforeAll(async () => {
  packed = await pack()
}, 120_000)
afterAll(() => packed.remove())

/** Everything that may be in the package. */
const ALLOWED = [
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^dist\/index\.js(?:\.map)?$/,
  /^dist\/chunks\/[\w-]+\.js(?:\.map)?$/,
  /^dist\/functions\/(?:index|stripe-passes)\.js(?:\.map)?$/,
  /^dist\/functions\/chunks\/[\w-]+\.js(?:\.map)?$/,
  /^dist\/types\/(?:plugin|functions)\/[\w/-]+\.d\.ts$/,
]

/** What a key of Stripe's or a token of Sanity's looks like, and where this was built. */
const SECRETS = [/\b[rs]k_(?:live|test)_[0-9A-Za-z]{16,}/, /\bwhsec_[0-9A-Za-z]{24,}/, /\bsk[0-9A-Za-z]{60,}/]

const sourceMap = z.object({sources: z.array(z.string()), sourcesContent: z.array(z.nullable(z.string()))})

describe('the package as it is packed', () => {
  const files = () =>
    globSync('**/*', {cwd: packed.folder, withFileTypes: true}).filter((one) => one.isFile())
  const paths = () => files().map((one) => join(one.parentPath, one.name).slice(packed.folder.length + 1))

  it('holds both doors, the command, their types, and what npm shows, and nothing else', () => {
    const there = paths()
    expect(there.filter((path) => !ALLOWED.some((allowed) => allowed.test(path)))).toEqual([])
    expect(there).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'dist/index.js',
        'dist/functions/index.js',
        'dist/functions/stripe-passes.js',
        'dist/types/plugin/index.d.ts',
        'dist/types/functions/index.d.ts',
      ]),
    )
  })

  it('names no key, and no folder of the machine that built it', () => {
    const told = paths().filter((path) => {
      const text = readFileSync(join(packed.folder, path), 'utf8')
      return text.includes(ROOT) || SECRETS.some((secret) => secret.test(text))
    })
    expect(told).toEqual([])
  })

  it('carries in its source maps the sources that they name', () => {
    const maps = paths().filter((path) => path.endsWith('.map'))
    expect(maps.length).toBeGreaterThan(10)
    for (const path of maps) {
      const {sources, sourcesContent} = sourceMap.parse(
        JSON.parse(readFileSync(join(packed.folder, path), 'utf8')),
      )
      expect(
        sourcesContent.filter((content) => content === null),
        path,
      ).toEqual([])
      expect(sourcesContent.length, path).toBe(sources.length)
      expect(
        sources.filter((source) => source.startsWith('/')),
        path,
      ).toEqual([])
    }
  })
})

const ASK = `
import {createHandler} from '${NAME}/functions'
const settings = {
  STRIPE_SECRET_KEY: 'rk_test_1', LIVE: 'false', SANITY_PROJECT_ID: 'abc123', SANITY_DATASET: 'production',
  SANITY_WRITE_TOKEN: 'sk1', SCHOOL_ACCESS: '{"administrator": ["*"]}',
}
const handle = createHandler({environment: settings, log() {}, lakeHost: 'http://localhost:1'})
const headers = {'x-passes-contract': '1', ...(process.argv[2] ? {authorization: 'Bearer ' + process.argv[2]} : {})}
const answer = await handle(new Request('https://function.example.com/v1/schools', {headers}))
console.log(JSON.stringify({status: answer.status, ...(await answer.json())}))
`

const answered = z.object({
  status: z.number(),
  error: z.object({
    code: z.string(),
    message: z.string(),
    detail: z.optional(z.record(z.string(), z.string())),
  }),
})

describe('the function, where nothing is installed but what it needs', () => {
  const ask = (root: string, ...token: string[]) => {
    writeFileSync(join(root, 'ask.js'), ASK)
    const said = execFileSync(process.execPath, ['ask.js', ...token], {cwd: root, encoding: 'utf8'})
    return answered.parse(JSON.parse(said))
  }

  it('turns away whoever brings no token, and asks the lake who brings one', () => {
    const root = packed.install('function', ['hono', 'zod', 'stripe', '@sanity/client'])
    expect(ask(root)).toMatchObject({status: 401, error: {code: 'unauthenticated'}})
    // There is no lake at this address: that it was looked for shows that both SDKs were found.
    expect(ask(root, 'token-of-somebody')).toMatchObject({status: 502, error: {code: 'lake_unavailable'}})
  }, 60_000)

  it('says which package is missing', () => {
    const root = packed.install('no-sdk', ['hono', 'zod', '@sanity/client'])
    expect(ask(root)).toMatchObject({status: 401})
    expect(ask(root, 'token-of-somebody')).toMatchObject({
      status: 500,
      error: {code: 'misconfigured', detail: {package: 'stripe', setting: 'npm install stripe'}},
    })
  }, 60_000)

  it('has its command beside it', () => {
    const root = packed.install('command', ['hono', 'zod', 'stripe', '@sanity/client'])
    const command = join(root, 'node_modules', NAME, 'dist/functions/stripe-passes.js')
    expect(execFileSync(process.execPath, [command, '--help'], {cwd: root, encoding: 'utf8'})).toContain(
      'audit',
    )
  }, 60_000)
})

const TYPED = `
import {defineConfig} from 'sanity'
import {passRepair, stripePasses, type StripePassesOptions} from '${NAME}'
import {createHandler, toNodeListener, type Handler} from '${NAME}/functions'

const options: StripePassesOptions = {endpoint: 'https://passes.example.com'}
export const config = defineConfig({projectId: 'abc123', dataset: 'production', plugins: [stripePasses(options)]})
export const name: string = passRepair.name
const handle: Handler = createHandler({environment: process.env})
export const listener = toNodeListener(handle)
// @ts-expect-error the types are there: an option that there is not is seen
export const wrong = stripePasses({nowhere: true})
`

describe('the types of both doors', () => {
  it.each([
    ['bundler', 'esnext'],
    ['nodenext', 'nodenext'],
  ])(
    'are found with moduleResolution %s',
    (moduleResolution, module) => {
      const peers = [
        'sanity',
        'react',
        'styled-components',
        'stripe',
        '@sanity/client',
        '@types/node',
        '@types/react',
      ]
      const root = packed.install(`types-${moduleResolution}`, [...Object.keys(dependencies), ...peers])
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2023',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
      }
      writeFileSync(join(root, 'index.ts'), TYPED)
      writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({compilerOptions, include: ['index.ts']}))
      const tsc = join(ROOT, 'node_modules/.bin/tsc')
      expect(spawnSync(tsc, ['-p', root], {cwd: root, encoding: 'utf8'}).stdout).toBe('')
    },
    120_000,
  )
})
