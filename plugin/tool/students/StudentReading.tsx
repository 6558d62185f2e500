import {Flex} from '@sanity/ui'
import type {Progress} from '../../live/facts-state.ts'
import {useText} from '../../i18n/use-text.ts'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {Waiting} from '../parts/Waiting.tsx'

/** Nothing is known yet; once the school's payments are searched, how far that is. */
export function StudentReading({progress}: {progress: Progress | null}) {
  const text = useText()
  if (progress === null) return <Waiting what={text('students.loading')} />
  return (
    <Flex justify="center" padding={5}>
      <ReadingProgress progress={progress} />
    </Flex>
  )
}
