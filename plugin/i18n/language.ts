import {useCurrentLocale} from 'sanity'
import {once} from './once.ts'

export type Sentences = Readonly<Record<string, string>>

/** The plugin's own sentences in one language. */
export type Language = {
  /** As a Studio calls it. */
  locale: string
  /** What opening the tool says: its first screen waits for no other sentence. */
  first: Sentences
  /** Every sentence, loaded when it is first asked for; null where they do not come. */
  all: () => Promise<Sentences | null>
}

const english = once<Language>(() => import('./english.ts'))
const norwegian = once<Language>(() => import('./norwegian.ts'))

/** The plugin's sentences for a Studio in this language: in English, where it has none in that. */
export function languageOf(locale: string): Promise<Language> {
  return locale === 'nb-NO' ? norwegian() : english()
}

/** Those of this Studio. Called before they are needed, it has them come while something else is on its way. */
export function useLanguage(): Promise<Language> {
  return languageOf(useCurrentLocale().id)
}
