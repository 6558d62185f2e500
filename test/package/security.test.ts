import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {ROOT} from '../../.config/source-files.ts'

const TEXT = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')

/** Each threat, with the tests that are said to try it. */
const THREATS = TEXT.split(/^(?=##? |### )/m)
  .filter((section) => section.startsWith('### '))
  .map((section) => {
    const [title = ''] = section.slice(4).split('\n')
    const [, tried = ''] = section.split(/^Tried by /m)
    const tests = [...tried.matchAll(/\[([^\]]+)\]\(\.\.\/(test\/[\w./-]+\.test\.tsx?)\)/g)]
    return {title, tests: tests.map(([, sentence = '', file = '']) => ({sentence, file}))}
  })

it('tells of every threat that was thought of', () => {
  expect(THREATS.length).toBeGreaterThan(20)
})

describe.each(THREATS)('$title', ({tests}) => {
  it('is tried by tests that there are', () => {
    expect(tests.length).toBeGreaterThan(0)
    const missing = tests.filter(({sentence, file}) => {
      const source = readFileSync(join(ROOT, file), 'utf8')
      return !source.includes(`'${sentence}'`)
    })
    expect(missing).toEqual([])
  })
})
