import {Flex, Spinner, Text} from '@sanity/ui'
import {useCurrentLocale} from 'sanity'
import {useText} from '../../i18n/use-text.ts'
import type {Progress} from '../../live/facts-state.ts'

/** How far the reading is: `1,200 of about 4,000 payments`. */
export function ReadingProgress({progress}: {progress: Progress | null}) {
  const text = useText()
  const {id} = useCurrentLocale()
  const number = (count: number) => count.toLocaleString(id)
  return (
    <Flex align="center" gap={3} as="output">
      <Spinner muted />
      <Text size={1} muted>
        {progress === null || progress.read === 0
          ? text('mismatches.reading')
          : progress.about === null
            ? text('mismatches.reading_some', {read: number(progress.read)})
            : text('mismatches.reading_of', {read: number(progress.read), about: number(progress.about)})}
      </Text>
    </Flex>
  )
}
