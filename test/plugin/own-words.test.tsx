import {act, screen} from '@testing-library/react'
import i18next from 'i18next'
import {defineLocaleResourceBundle} from 'sanity'
import {describe, expect, it, test} from 'vitest'
import {languageOf} from '../../plugin/i18n/language.ts'
import {localeBundles} from '../../plugin/i18n/locale-bundles.ts'
import {useFirstText, type FirstText} from '../../plugin/i18n/use-first-text.ts'
import {useText} from '../../plugin/i18n/use-text.ts'
import {textOf} from '../../plugin/i18n/text-of.ts'
import {openStudio} from './support/open-studio.tsx'
import {show} from './support/show.tsx'

type Words = Record<string, Record<string, string>>

/** How a Studio in a language says a sentence, where a school has words of its own by language. */
async function saysIn(lng: string, own: Words = {}): Promise<FirstText> {
  const words = i18next.createInstance()
  await words.init({lng, fallbackLng: 'en-US', interpolation: {escapeValue: false}, resources: {}})
  for (const [locale, sentences] of Object.entries(own))
    words.addResourceBundle(locale, 'stripe-passes', sentences)
  return textOf(words.getFixedT(null, 'stripe-passes'), await languageOf(lng))
}

describe('A sentence', () => {
  it('is the plugin’s own in the Studio’s language, one and many apart', async () => {
    const english = await saysIn('en-US')
    expect(english('mismatches.count', {count: 1})).toBe('1 entry')
    expect(english('mismatches.count', {count: 0})).toBe('0 entries')
    expect((await saysIn('nb-NO'))('tool.mismatches')).toBe('Avvik')
  })

  it('is a school’s where it has its own, with what is put into it', async () => {
    const text = await saysIn('en-US', {'en-US': {'mismatches.count_other': '{{count}} to sort out'}})
    expect(text('mismatches.count', {count: 12})).toBe('12 to sort out')
    expect(text('mismatches.count', {count: 1})).toBe('1 entry')
  })

  it('is Norwegian in a Norwegian Studio, also where a school has its own English', async () => {
    const text = await saysIn('nb-NO', {'en-US': {'tool.mismatches': 'To sort out'}})
    expect(text('tool.mismatches')).toBe('Avvik')
  })

  it('is English in a language that the plugin does not speak: first the school’s, then the plugin’s', async () => {
    const own = {'sv-SE': {'tool.students': 'Elever'}, 'en-US': {'tool.mismatches': 'To sort out'}}
    const text = await saysIn('sv-SE', own)
    expect(text('tool.students')).toBe('Elever')
    expect(text('tool.mismatches')).toBe('To sort out')
    expect(text('tool.activity')).toBe('Activity')
    expect((await saysIn('pl-PL'))('mismatches.count', {count: 3})).toBe('3 entries')
  })
})

function Says() {
  const first = useFirstText()
  const text = useText()
  return <p>{`${first('inspector.title')}. ${first('tool.close')}. ${text('repair.cancel')}.`}</p>
}

it('A Studio whose language is changed says everything in the other one, and never a sentence’s name.', async () => {
  const {container, changeLanguage} = await show(<Says />, {language: 'nb'})
  const said = new Set([container.textContent])
  const watching = new MutationObserver(() => said.add(container.textContent))
  watching.observe(container, {childList: true, subtree: true, characterData: true})
  await act(() => changeLanguage('en'))
  await screen.findByText('Passes & payments. Close. Cancel.')
  watching.disconnect()
  expect([...said].filter((words) => words !== '')).toEqual([
    'Kort og betalinger. Lukk. Avbryt.',
    'Passes & payments. Close. Cancel.',
  ])
})

it('What a Studio loads at its start is what it says there.', () => {
  const keys = localeBundles.map(({resources}) => Object.keys(resources))
  expect(keys).toEqual([
    ['inspector.title', 'action.repair', 'action.reading'],
    ['inspector.title', 'action.repair', 'action.reading'],
  ])
})

test('A school puts its own words in the place of any: of the tool’s frame, and of what is opened in it.', async () => {
  const resources = {'tool.activity': 'Logbook', 'students.search.placeholder': 'Whom do you look for?'}
  const own = defineLocaleResourceBundle({locale: 'en-US', namespace: 'stripe-passes', resources})
  await openStudio('/passes/students', {bundles: [own]})
  await screen.findByText('Logbook')
  expect(await screen.findByPlaceholderText('Whom do you look for?')).toBeTruthy()
})
