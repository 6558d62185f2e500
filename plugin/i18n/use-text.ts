import {use} from 'react'
import {useTranslation} from 'sanity'
import {notLoaded} from '../core/contract/not-loaded.ts'
import {useLanguage} from './language.ts'
import {NAMESPACE} from './locale-bundles.ts'
import type {TextKey} from './message-key.ts'
import {textOf, type TextOf} from './text-of.ts'

export type Text = TextOf<TextKey>

/**
 * The plugin's sentences in the Studio's language: for whatever is itself loaded when somebody opens it. Suspends until
 * all are loaded.
 *
 * @example const text = useText(); text('health.again') // 'Examine again'
 */
export function useText(): Text {
  const {t} = useTranslation(NAMESPACE)
  const language = use(useLanguage())
  const sentences = use(language.all())
  if (sentences === null) throw notLoaded()
  return textOf(t, language, sentences)
}
