import {expect, it} from 'vitest'
import {en} from '../../plugin/i18n/en.ts'
import {textOf} from './pages.ts'

/** The guides of whoever works with the screens. */
const GUIDES = ['docs/05-daily-work.md', 'docs/06-diagnose.md', 'docs/08-tell-the-student.md']
/** Set apart, and not ours: the browser's own. */
const OTHERS = new Set(['Back'])

const ON_SCREEN = Object.values(en)

const PLACE = /\{\{\w+\}\}/

/** Whether a screen says so; its places, and a guide's «…», stand for anything. */
function isOnScreen(words: string): boolean {
  return ON_SCREEN.some((sentence) => sentence.includes(words) || fits(sentence.split(PLACE), words))
}

/** Whether the parts follow each other in the words, with something between two of them. */
function fits(parts: readonly string[], words: string): boolean {
  if (parts.join('').length < words.length / 2) return false
  const pattern = parts.map((part) => part.replaceAll(/[^\w\s]/g, '\\$&')).join('.+')
  return new RegExp(`^${pattern}$`).test(words)
}

it.each(GUIDES)('%s calls what stands on a screen what the screen calls it', (page) => {
  const text = textOf(page).replaceAll(/```[\s\S]*?```/g, '')
  const set = [...text.matchAll(/\*\*([^*]+)\*\*|(?<!\w)_([^_`]+)_(?!\w)/g)].map(
    ([, bold, italic]) => bold ?? italic ?? '',
  )
  const words = set.flatMap((one) => one.replaceAll('\n', ' ').split(' → '))
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter((one) => !OTHERS.has(one) && !isOnScreen(one))).toEqual([])
})
