import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {commandReference, exportsOf, pageOf, referenceOf} from '../../.config/api-reference.ts'
import {ROOT} from '../../.config/source-files.ts'

const types = mkdtempSync(join(tmpdir(), 'stripe-passes-types-'))

beforeAll(() => {
  execFileSync('tsc', ['-p', '.config/tsconfig.types.json', '--outDir', types], {cwd: ROOT, stdio: 'inherit'})
}, 60_000)
afterAll(() => rmSync(types, {recursive: true, force: true}))

it('the command stands in the reference as it tells of itself: else run `npm run reference`', async () => {
  const page = await commandReference()
  expect([...page.matchAll(/^## (\w+)/gm)].map(([, name]) => name)).toEqual(['audit', 'doctor', 'sync'])
  expect(readFileSync(pageOf('command'), 'utf8')).toBe(page)
}, 30_000)

describe.each(['plugin', 'functions'] as const)('what the door of the %s exports', (door) => {
  it('says what it is, and a function or a value shows what it is for', () => {
    const all = exportsOf(door, types)
    expect(all.length).toBeGreaterThan(4)
    expect(all.filter(({about}) => about === '').map(({name}) => name)).toEqual([])
    const called = all.filter(({declaration}) => /^(?:function|const) /.test(declaration))
    expect(called.length).toBeGreaterThan(0)
    expect(called.filter(({examples}) => examples.length === 0).map(({name}) => name)).toEqual([])
  })

  it('stands in the reference as it is now: else run `npm run reference`', async () => {
    expect(readFileSync(pageOf(door), 'utf8')).toBe(await referenceOf(door, types))
  })
})
