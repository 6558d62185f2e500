import {Text} from '@sanity/ui'
import {useAnnounced} from './use-announced.ts'

/** Words that change while somebody waits: shown, and read aloud now and then. */
export function Said({words, isMuted = false}: {words: string; isMuted?: boolean}) {
  useAnnounced('progress', words)
  return (
    <Text size={1} muted={isMuted} weight={isMuted ? 'regular' : 'medium'}>
      {words}
    </Text>
  )
}
