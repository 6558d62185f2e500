import {useTranslation} from 'sanity'
import {FIRST, LATER} from './locale-bundles.ts'
import type {TextKey} from './message-key.ts'

export type Text = (key: TextKey, values?: Record<string, string | number>) => string

/**
 * The plugin's sentences in the Studio's language: for whatever is itself loaded when somebody opens it. Suspends until
 * all are loaded.
 *
 * @example const text = useText(); text('health.again') // 'Examine again'
 */
export function useText(): Text {
  const {t} = useTranslation([LATER, FIRST])
  return (key, values = {}) => t(key, {...values, ns: [LATER, FIRST]})
}
