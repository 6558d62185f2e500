import {Flex} from '@sanity/ui'
import type {School} from '../../core/contract/school.ts'
import type {Progress} from '../../live/facts-state.ts'
import {useText} from '../../i18n/use-text.ts'
import {DrawnAhead} from '../parts/DrawnAhead.tsx'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {Waiting} from '../parts/Waiting.tsx'
import {TimelineSamples} from './TimelineSamples.tsx'

/** Nothing is known yet; once the school's payments are searched, how far that is. */
export function StudentReading({school, progress}: {school: School; progress: Progress | null}) {
  const text = useText()
  return (
    <>
      {progress === null ? (
        <Waiting what={text('students.loading')} />
      ) : (
        <Flex justify="center" padding={5}>
          <ReadingProgress progress={progress} />
        </Flex>
      )}
      <DrawnAhead>
        <TimelineSamples school={school} />
      </DrawnAhead>
    </>
  )
}
