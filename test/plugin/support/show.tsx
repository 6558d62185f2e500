import {createClient} from '@sanity/client'
import {ThemeProvider} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {act, cleanup, render} from '@testing-library/react'
import i18next from 'i18next'
import type {ReactNode} from 'react'
import {LocaleProviderBase, usEnglishLocale} from 'sanity'
import {route, RouterProvider} from 'sanity/router'
import {onTestFinished} from 'vitest'
import {PLATFORM_SCHEMA} from '../../../plugin/core/documents/school-schema.ts'
import {PassesContext} from '../../../plugin/hooks/passes-context.ts'
import {passesSession} from '../../../plugin/hooks/passes-session.ts'
import {languageOf} from '../../../plugin/i18n/language.ts'
import {localeBundles} from '../../../plugin/i18n/locale-bundles.ts'

const router = route.create('/', [
  route.create('/:screen', [route.create('/:item')]),
  route.intents('/intent'),
])
const norwegian = {...usEnglishLocale, id: 'nb-NO', title: 'Norsk bokmål'}
const LANGUAGES = {en: 'en-US', nb: 'nb-NO'} as const

/**
 * Parts of a screen with words, colours and an address as they have in a Studio, and without one: for what needs no
 * function, no lake and no school.
 *
 * @example await show(<CheckItem check={check} school={school} />, {language: 'nb'})
 */
export async function show(parts: ReactNode, {language = 'en'}: {language?: 'en' | 'nb'} = {}) {
  const words = i18next.createInstance()
  await words.init({
    lng: LANGUAGES[language],
    // As the Studio has it: React puts nothing into a page that could be a tag.
    interpolation: {escapeValue: false},
    fallbackLng: LANGUAGES.en,
    resources: {},
  })
  for (const {locale, namespace, resources} of localeBundles)
    words.addResourceBundle(locale ?? LANGUAGES.en, namespace, resources)
  // Those of a screen come before it does.
  await (await languageOf(LANGUAGES[language])).all()
  onTestFinished(cleanup)
  // Nobody answers at it: what is shown here asks nothing.
  const client = createClient({
    projectId: 'demo',
    dataset: 'production',
    useCdn: false,
    apiVersion: '2025-02-19',
  })
  const session = passesSession(client, {endpoint: '/api', shop: null}, PLATFORM_SCHEMA)
  // What it says is read with `use`: React goes on only for who waits.
  const shown = await act(async () =>
    render(
      <ThemeProvider theme={buildTheme()}>
        <LocaleProviderBase
          projectId="demo"
          sourceId="passes"
          locales={[usEnglishLocale, norwegian]}
          i18next={words}
        >
          <RouterProvider router={router} state={{}} onNavigate={() => undefined}>
            <PassesContext value={session}>{parts}</PassesContext>
          </RouterProvider>
        </LocaleProviderBase>
      </ThemeProvider>,
    ),
  )
  return {
    ...shown,
    /** What a Studio does whose language is another one from now on. */
    changeLanguage: (to: keyof typeof LANGUAGES) => words.changeLanguage(LANGUAGES[to]),
  }
}
