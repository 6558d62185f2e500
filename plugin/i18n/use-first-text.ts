import {useTranslation} from 'sanity'
import {FIRST} from './locale-bundles.ts'
import type {FirstTextKey} from './message-key.ts'

export type FirstText = (key: FirstTextKey, values?: Record<string, string | number>) => string

/**
 * What opening the tool says, in the Studio's language: for what is loaded with its first screen, which does not wait
 * for any other sentence. Suspends until it is loaded.
 *
 * @example const text = useFirstText(); text('mismatches.count', {count: 12}) // '12 entries'
 */
export function useFirstText(): FirstText {
  const {t} = useTranslation(FIRST)
  return (key, values = {}) => t(key, values)
}
