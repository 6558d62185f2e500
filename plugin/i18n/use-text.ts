import {useTranslation} from 'sanity'
import {notLoaded} from '../core/contract/not-loaded.ts'
import {FIRST, LATER} from './locale-bundles.ts'
import type {TextKey} from './message-key.ts'

/** One that every language has. */
const ANY = 'repair.cancel' satisfies TextKey

export type Text = (key: TextKey, values?: Record<string, string | number>) => string

/**
 * The plugin's sentences in the Studio's language: for whatever is itself loaded when somebody opens it. Suspends until
 * all are loaded.
 *
 * @example const text = useText(); text('health.again') // 'Examine again'
 */
export function useText(): Text {
  const {t} = useTranslation([LATER, FIRST])
  // A Studio gives up on sentences that do not come, and would show their names instead.
  if (t(ANY) === ANY) throw notLoaded()
  return (key, values = {}) => t(key, {...values, ns: [LATER, FIRST]})
}
