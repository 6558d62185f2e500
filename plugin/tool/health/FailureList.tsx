import {Heading, Stack, Text} from '@sanity/ui'
import type {HealthAnswer} from '../../core/contract/health.ts'
import type {School} from '../../core/contract/school.ts'
import {useText} from '../../i18n/use-text.ts'
import {useTimes} from '../parts/use-times.ts'

/** What the webhook could not deal with in the last week, by cause. */
export function FailureList({failures, school}: Pick<HealthAnswer, 'failures'> & {school: School}) {
  const text = useText()
  const times = useTimes(school.timeZone)
  if (failures === null || failures.length === 0) return null
  return (
    <Stack gap={3} as="section" aria-label={text('health.failures')}>
      <Heading as="h2" size={1}>
        {text('health.failures')}
      </Heading>
      {failures.map(({cause, count, lastAt}) => (
        <Text key={cause} size={1} style={{overflowWrap: 'anywhere'}}>
          {text('health.failure', {
            cause: cause === 'unfinished' ? text('health.cause.unfinished') : cause,
            count,
            time: times.dateTime(lastAt),
          })}
        </Text>
      ))}
    </Stack>
  )
}
