import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {ROOT, sourceFiles} from '../../.config/source-files.ts'

/** The platform's own types, which a school may have under other names. */
const NAMED = /\btype(?:=|: ?)\{?['"](?:tenant|user|pass|subscription|classInstance)['"]/

it('no screen names a type of the school’s own documents: it may be called otherwise there', () => {
  const screens = sourceFiles('plugin').filter((file) => !/^plugin\/(core|schema)\//.test(file))
  expect(screens.length).toBeGreaterThan(100)
  expect(screens.filter((file) => NAMED.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
})
