import {useText, type Text} from '../../i18n/use-text.ts'
import type {Wording} from './evidence-words.ts'

export type FullWording = Omit<Wording, 'text'> & {text: Text}

/**
 * The wording of a list with every sentence of the plugin, for what is opened from it. Suspends until they are loaded.
 *
 * @example const {text} = useFullWording(wording); text('entry.would_get')
 */
export function useFullWording(wording: Wording): FullWording {
  return {...wording, text: useText()}
}
