import {Card, Heading, Stack, Text} from '@sanity/ui'
import type {Instant} from '../../core/contract/instant.ts'
import {useText} from '../../i18n/use-text.ts'
import {indexFacts} from '../../engine/facts-index.ts'
import {GrowingList} from '../parts/GrowingList.tsx'
import {MendingDialogs} from '../parts/MendingDialogs.tsx'
import {mendingKeys} from '../parts/mending-keys.ts'
import {useMending} from '../parts/use-mending.tsx'
import {useFullWording} from '../parts/use-full-wording.ts'
import {useWording} from '../parts/use-wording.ts'
import {GrantWithoutPayment} from './GrantWithoutPayment.tsx'
import type {Timeline, TimelineItem, TimelineStory} from './timeline.ts'
import {TimelineRow} from './TimelineRow.tsx'

type StudentTimelineProps = TimelineStory & {
  /** Since when the school's payments were searched; null while they are not. */
  from: Instant | null
  timeline: Timeline
  /** Whose, as a user document's id, where something may be given to them here. */
  student?: string
  /** What stands above the list. */
  title: string
}

/** Everything paid beside everything held, newest first, with the one dialog that mends a row. */
export function StudentTimeline(props: StudentTimelineProps) {
  const {story, complete, from, timeline, title, student} = props
  const {items, forOthers} = timeline
  const text = useText()
  const {facts, reconciliation} = story
  const index = indexFacts(facts)
  const wording = useFullWording(useWording(facts.school))
  const mending = useMending(index, wording, {hasKeys: true})
  const row = {story, complete, index, wording, mending}
  const school = facts.school.name
  return (
    <Stack gap={5} onKeyDown={mendingKeys(mending)}>
      {items.length === 0 ? (
        <Card border padding={4} radius={2}>
          <Text align="center" muted size={1}>
            {from === null || reconciliation.fault !== null
              ? text('students.nothing_yet', {school})
              : text('students.nothing', {school, date: wording.times.date(from)})}
          </Text>
        </Card>
      ) : (
        <Rows title={title} items={items}>
          {(item) => <TimelineRow {...row} item={item} key={item.key} />}
        </Rows>
      )}
      {forOthers.length > 0 && (
        <Rows title={text('students.for_others')} items={forOthers}>
          {(item) => <TimelineRow {...row} isNamed item={item} key={item.key} />}
        </Rows>
      )}
      {student !== undefined && (
        <GrantWithoutPayment
          index={index}
          repairing={mending.repairing}
          student={student}
          wording={wording}
        />
      )}
      <MendingDialogs index={index} mending={mending} wording={wording} />
    </Stack>
  )
}

type RowsProps = {
  title: string
  items: readonly TimelineItem[]
  children: (item: TimelineItem) => React.ReactNode
}

function Rows({title, items, children}: RowsProps) {
  return (
    <Stack gap={3}>
      <Heading as="h3" size={0}>
        {title}
      </Heading>
      <GrowingList items={items} label={title}>
        {children}
      </GrowingList>
    </Stack>
  )
}
