import {use} from 'react'
import {useTranslation} from 'sanity'
import {useLanguage} from './language.ts'
import {NAMESPACE} from './locale-bundles.ts'
import type {FirstTextKey} from './message-key.ts'
import {textOf, type TextOf} from './text-of.ts'

export type FirstText = TextOf<FirstTextKey>

/**
 * What opening the tool says, in the Studio's language: for what is loaded with its first screen, which does not wait
 * for any other sentence. Suspends until it is loaded.
 *
 * @example const text = useFirstText(); text('mismatches.count', {count: 12}) // '12 entries'
 */
export function useFirstText(): FirstText {
  const {t} = useTranslation(NAMESPACE)
  return textOf(t, use(useLanguage()))
}
