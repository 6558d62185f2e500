import {useEffect} from 'react'
import {announcements} from './announcements.ts'

/**
 * Has words read aloud whenever they change, after a moment's rest. Nothing is said of an empty text.
 *
 * @param source what they are about: of the same only the last is said
 * @example useAnnounced('results', text('mismatches.count', {count}))
 */
export function useAnnounced(source: string, words: string): void {
  useEffect(() => {
    if (words !== '') announcements.say(source, words)
  }, [source, words])
}
