import {expect, it} from 'vitest'
import {FAULT_CODES} from '../../plugin/core/contract/fault.ts'
import {REASONS, VERDICTS} from '../../plugin/core/contract/verdict.ts'
import {en} from '../../plugin/i18n/en.ts'
import {nb} from '../../plugin/i18n/nb.ts'

const languages: [string, Record<string, string>][] = [
  ['en', en],
  ['nb', nb],
]

function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort()
}

it('every language has the same sentences', () => {
  expect(Object.keys(nb).sort()).toEqual(Object.keys(en).sort())
})

it.each(languages)('in %s no sentence is empty or has stray spaces', (_, sentences) => {
  const bad = Object.entries(sentences).filter(([, words]) => words === '' || words !== words.trim())
  expect(bad).toEqual([])
})

it('every language puts the same values into a sentence', () => {
  const other: Record<string, string> = nb
  const differing = Object.entries(en).filter(
    ([key, words]) => placeholders(words).join() !== placeholders(other[key] ?? '').join(),
  )
  expect(differing).toEqual([])
})

it.each(languages)('in %s a counted sentence has words for one and for others', (_, sentences) => {
  const keys = new Set(Object.keys(sentences))
  const alone = [...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')))
  expect(alone).toEqual([])
})

it.each(languages)('in %s every verdict, every reason and every fault has words', (_, sentences) => {
  const wanted = [
    ...VERDICTS.map((verdict) => `verdict.${verdict}`),
    ...REASONS.map((reason) => `reason.${reason}`),
    ...FAULT_CODES.flatMap((code) => [`fault.${code}.title`, `fault.${code}.action`]),
  ]
  expect(wanted.filter((key) => sentences[key] === undefined)).toEqual([])
})
