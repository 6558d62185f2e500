import {Button, Flex, Heading, Stack, Text} from '@sanity/ui'
import type {Fault} from '../../core/contract/fault.ts'
import type {OverviewAnswer} from '../../core/contract/overview.ts'
import {useSchools} from '../../hooks/use-schools.ts'
import {useTallies} from '../../hooks/use-tallies.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {spanWords} from '../parts/span-words.ts'
import {useNow} from '../parts/use-now.ts'
import {SchoolCard} from './SchoolCard.tsx'
import {SCHOOL_STATES, schoolState} from './school-state.ts'

type SchoolCardsProps = {
  answer: OverviewAnswer
  /** The last reading failed, and this is what was read before it. */
  stale: Fault | null
  isReading: boolean
  onRefresh: () => void
}

/** One card a school, what cannot be read or needs somebody first. */
export function SchoolCards({answer, stale, isReading, onRefresh}: SchoolCardsProps) {
  const text = useText()
  const now = useNow()
  const known = useSchools()
  const schools = known.state === 'ready' ? known.schools : []
  const byId = new Map(answer.schools.map((one) => [one.school, one]))
  const listed = schools.flatMap((school) => {
    const remembered = byId.get(school.id)
    return remembered ? [{school, remembered, state: schoolState(remembered, answer.asOf)}] : []
  })
  const {counted, count} = useTallies(listed.map(({school}) => school.id))
  const age = Math.max(0, now - answer.asOf)
  return (
    <Stack gap={4}>
      <Flex align="center" justify="space-between" gap={3} wrap="wrap">
        <Stack gap={3}>
          <Heading as="h2" size={1}>
            {text('overview.title', {count: listed.length})}
          </Heading>
          <Text size={1} muted>
            {text('overview.remembered', {time: spanWords(age, text)})}
          </Text>
        </Stack>
        <Button
          mode="ghost"
          fontSize={1}
          padding={3}
          text={text('mismatches.refresh')}
          disabled={isReading}
          onClick={() => {
            // One that was added since is among them then.
            known.refresh()
            onRefresh()
          }}
        />
      </Flex>
      {stale === null ? null : <FaultCard fault={stale} onRetry={onRefresh} />}
      <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
        {SCHOOL_STATES.flatMap((each) => listed.filter(({state}) => state === each)).map((one) => (
          <SchoolCard
            key={one.school.id}
            {...one}
            counted={counted.get(one.school.id) ?? null}
            onCount={() => count(one.school.id)}
          />
        ))}
      </Stack>
    </Stack>
  )
}
