import type {LocaleDefinition} from 'sanity'
import {afterEach, expect, test, vi} from 'vitest'
import {studioLanguage} from '../../../studio/studio-language.ts'

const weekInfo: LocaleDefinition['weekInfo'] = {firstDay: 1, weekend: [6, 7], minimalDays: 4}
const english = {id: 'en-US', title: 'English', weekInfo}
const norwegian = {id: 'nb-NO', title: 'Norsk (Bokmål)', weekInfo}

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['nb-NO', 'nb-NO'],
  ['no', 'nb-NO'],
  ['nn-NO', 'nb-NO'],
  ['en-GB', 'en-US'],
  ['sv-SE', 'en-US'],
  ['nl-NL', 'en-US'],
])('A browser that asks for %s gets a Studio in %s: the last of its languages.', (asked, spoken) => {
  vi.stubGlobal('navigator', {language: asked})
  const ids = [studioLanguage([english, norwegian]), studioLanguage([norwegian, english])].map((known) =>
    known.map(({id}) => id),
  )
  for (const known of ids) {
    expect(known.at(-1)).toBe(spoken)
    expect(known).toHaveLength(2)
  }
})
