import {useTranslation} from 'sanity'
import {NAMESPACE} from './locale-bundles.ts'
import type {TextKey} from './message-key.ts'

export type Text = (key: TextKey, values?: Record<string, string | number>) => string

/**
 * The plugin's sentences in the Studio's language. Suspends until they are loaded.
 *
 * @example const text = useText(); text('mismatches.count', {count: 12}) // '12 entries'
 */
export function useText(): Text {
  const {t} = useTranslation(NAMESPACE)
  return (key, values = {}) => t(key, values)
}
