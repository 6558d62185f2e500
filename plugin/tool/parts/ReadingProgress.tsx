import {Flex, Text} from '@sanity/ui'
import {useCurrentLocale} from 'sanity'
import {useFirstText} from '../../i18n/use-first-text.ts'
import type {Progress} from '../../live/facts-state.ts'
import {Spinning} from './Spinning.tsx'
import {useAnnounced} from './use-announced.ts'

type ReadingProgressProps = {
  progress: Progress | null
  /** It goes on beside what is shown, and nobody waits for it. */
  isQuiet?: boolean
}

/** How far the reading is: `1,200 of about 4,000 payments`. */
export function ReadingProgress({progress, isQuiet = false}: ReadingProgressProps) {
  const text = useFirstText()
  const {id} = useCurrentLocale()
  const number = (count: number) => count.toLocaleString(id)
  const words =
    progress === null || progress.read === 0
      ? text('mismatches.reading')
      : progress.about === null
        ? text('mismatches.reading_some', {read: number(progress.read)})
        : text('mismatches.reading_of', {read: number(progress.read), about: number(progress.about)})
  useAnnounced('progress', isQuiet ? '' : words)
  return (
    <Flex align="center" gap={3}>
      <Spinning />
      <Text size={1} muted>
        {words}
      </Text>
    </Flex>
  )
}
