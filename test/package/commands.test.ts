import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import process from 'node:process'
import {describe, expect, it, onTestFinished} from 'vitest'
import {ROOT} from '../../.config/source-files.ts'
import {audit} from '../../functions/cli/audit.ts'
import {doctor} from '../../functions/cli/doctor.ts'
import {sync} from '../../functions/cli/sync.ts'
import {run} from '../functions/cli/running.ts'
import {setup} from '../functions/setup.ts'
import {BLOCKS} from './pages.ts'

const PROMPT = /^(npx|npm|node|curl|stripe-passes|POST|0 \* \* \* \*) /
const SECRET = 'a-secret-of-a-machine-for-tests'

/** Why a command that is shown is not run here. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm install': 'CI begins with npm ci, which installs the same',
  'npm ci': 'CI begins with it',
  'npm start -- --schema members':
    'the same start as below, with other documents; test/local/demo/arguments.test.ts reads the flag',
  'npm start': 'test/e2e/start.test.ts starts it as a process of its own',
  'npm test': 'this is it',
  'npm run check': 'CI runs each of its parts',
  'npm run test:slow':
    'takes minutes; npm test asks the same of some screens and schools, and walks each job by keyboard',
  'npm run mutation': 'takes hours; docs/mutation.md says what the last run found',
  "npx stryker run .config/stryker.json --mutate 'plugin/core/reconcile/rules/*.ts'": 'takes long',
  'npx stryker run .config/stryker.json --force': 'takes hours',
  'npm install sanity-plugin-stripe-passes': 'asks a registry',
  'npm install sanity-plugin-stripe-passes stripe @sanity/client': 'asks a registry',
  'node --env-file=.env passes.ts':
    'serves until it is stopped; test/functions/hosts/node.test.ts does the same',
  'npx sanity dataset export production before.tar.gz': 'Sanity’s own, against a project of one’s own',
}

/** The commands of all pages, without what is said of them, each once. */
function shown(): string[] {
  const blocks = BLOCKS.filter(({language}) => language === '' || language === 'sh').map(({text}) => text)
  const lines = blocks.flatMap((block) => block.replaceAll(/ \\\n\s*/g, ' ').split('\n'))
  const commands = lines.map((line) => line.replace(/\s+#.*$/, '').trim())
  return [...new Set(commands)].filter((line) => PROMPT.test(`${line} `)).toSorted()
}

const SHOWN = shown()

/** Those that begin so; there must be some. */
function starting(text: RegExp): string[] {
  const found = SHOWN.filter((line) => text.test(line))
  if (found.length === 0) throw new Error(`no command begins with ${text}`)
  return found
}

/** A command's words, as a shell would give them. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)]
  return words.map(([, single, double, plain]) => single ?? double ?? plain ?? '')
}

const OURS = /^(?:npx )?stripe-passes (audit|doctor|sync)/
const ASKED = /^(?:0 \* \* \* \* )?curl /

it('every command that is shown is run here, or it is said why not', () => {
  const others = SHOWN.filter((line) => !OURS.test(line) && !ASKED.test(line) && !line.startsWith('POST '))
  expect(others).toEqual(Object.keys(NOT_RUN).toSorted())
})

describe('a command of the package', () => {
  it.each(starting(OURS))('does what it says: %s', async (line) => {
    const at = await setup()
    const [words = ''] = line.replace(/^npx /, '').split(' > ')
    const [, name, ...args] = wordsOf(words.replaceAll(/--school \S+/g, '--school tenantT'))
    const commands = {
      audit: () => run(audit, at, args, {more: {}}),
      doctor: () => run(doctor, at, args, {more: {}}),
      sync: () => run(sync, at, args, {more: {}}),
    }
    const {code, out, err} = await commands[name === 'audit' || name === 'doctor' ? name : 'sync']()
    expect(err).toBe('')
    expect(out).not.toBe('')
    // A school without a webhook is something to mend; that nothing could be read would be another code.
    expect(code).toBeLessThan(name === 'doctor' ? 3 : 2)
  })
})

describe('a request', () => {
  it.each(starting(ASKED))('is answered: %s', async (line) => {
    const at = await setup({environment: {SYNC_SECRET: SECRET}})
    const [address = '', ...rest] = wordsOf(line)
      .slice(wordsOf(line).indexOf('curl') + 1)
      .toSorted(byKind)
    const words = rest.map((word) => word.replace('$SYNC_SECRET', SECRET))
    const headers = words.filter((word) => /^[\w-]+: /.test(word)).map((word) => word.split(': '))
    const body = words.find((word) => word.startsWith('{'))
    const asked = {method: body === undefined ? 'GET' : 'POST', headers: Object.fromEntries(headers)}
    const answer = await at.handler(new Request(address, {...asked, ...(body !== undefined && {body})}))
    expect(answer.status).toBe(body === undefined ? 401 : 200)
  })

  it.each(starting(/^POST /))('is answered: %s', async (line) => {
    const at = await setup({environment: {STUDENT_SYNC_SECRET: SECRET}})
    const [, path = '', secret, body] = /^POST (.+?) {2,}Bearer (\w+) {2,}(\{.*\})$/.exec(line) ?? []
    expect(secret).toBe('STUDENT_SYNC_SECRET')
    const address = path.replace('<school>', 'tenantT').replace(/<user or Clerk id>/, 'user_A')
    expect((await at.send(address, {as: SECRET, body})).status).toBe(200)
  })
})

const command = (...args: string[]) =>
  spawnSync(process.execPath, ['functions/cli/stripe-passes.ts', ...args], {cwd: ROOT, encoding: 'utf8'})

describe('--settings', {timeout: 30_000}, () => {
  it('is where the settings stand that are not in the environment', () => {
    const folder = mkdtempSync(join(tmpdir(), 'settings-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const file = join(folder, '.env')
    writeFileSync(file, 'LIVE=false  # while we try things out\nSANITY_PROJECT_ID=abc123\n')
    for (const words of [['--settings', file], [`--settings=${file}`]]) {
      const {stdout} = command('doctor', ...words)
      expect(stdout).toContain('STRIPE_SECRET_KEY is not set')
      expect(stdout).not.toMatch(/LIVE|SANITY_PROJECT_ID/)
    }
  })

  it('that is not there is said, and nothing is done', () => {
    const stderr = '--settings: there is no file nowhere/.env that can be read\n'
    expect(command('sync', '--settings', 'nowhere/.env')).toMatchObject({status: 2, stdout: '', stderr})
  })
})

describe('--help', () => {
  it('tells the commands', () => {
    const {status, stdout, stderr} = command('--help')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/audit .+\n +doctor .+\n +sync /)
  })

  it.each(['audit', 'doctor', 'sync'])('tells the options of %s', (name) => {
    const stdout: unknown = expect.stringContaining(`usage: stripe-passes ${name}`)
    expect(command(name, '--help')).toMatchObject({status: 0, stderr: '', stdout})
  })

  it.each([['aduit'], []])(
    'is printed too where there is no such command as %s, and then it is a failure',
    (...words) => {
      const stderr: unknown = expect.stringContaining('stripe-passes audit')
      expect(command(...words)).toMatchObject({status: 2, stdout: '', stderr})
    },
  )
})

/** The address first, whatever stands where. */
function byKind(one: string, other: string): number {
  return Number(other.startsWith('https://')) - Number(one.startsWith('https://'))
}
