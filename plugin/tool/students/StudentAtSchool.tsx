import {Box, Button, Card, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import type {School} from '../../core/contract/school.ts'
import {useStudent, type KnownStudent, type StudentAtSchool as AtSchool} from '../../hooks/use-student.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {useTimes} from '../parts/use-times.ts'
import {Identities} from './Identities.tsx'
import {StudentNews} from './StudentNews.tsx'
import {StudentReading} from './StudentReading.tsx'
import {StudentTimeline} from './StudentTimeline.tsx'
import {searchedFrom, timelineOf} from './timeline.ts'

type StudentAtSchoolProps = {
  school: School
  student: string
  /** The student's own document stands beside this. */
  isOpen: boolean
}

/** How far back the school's payments are searched by themselves, and when somebody asks for more. */
const DAYS = 90
const MORE_DAYS = 365

/** One person at one school: who they are, what they paid, what they hold. */
export function StudentAtSchool({school, student, isOpen}: StudentAtSchoolProps) {
  const [days, setDays] = useState(DAYS)
  const view = useStudent(school.id, student, days)
  return (
    <Stack gap={5}>
      <Story isOpen={isOpen} school={school} student={student} view={view} />
      <SearchOlder
        onSearch={() => setDays(MORE_DAYS)}
        isOffered={
          days < MORE_DAYS && (view.state === 'ready' ? view.scan.state === 'done' : view.state === 'unknown')
        }
      />
    </Stack>
  )
}

function Story({school, student, view, isOpen}: StudentAtSchoolProps & {view: AtSchool}) {
  const text = useText()
  const times = useTimes(school.timeZone)
  if (view.state === 'loading') return <StudentReading school={school} progress={view.progress} />
  if (view.state === 'failed') return <FaultCard fault={view.fault} onRetry={view.refresh} />
  if (view.state === 'ready') return <Told isOpen={isOpen} known={view} student={student} />
  return (
    <Card border padding={4} radius={2}>
      <Text muted size={1}>
        {text('students.unknown', {school: school.name, date: times.date(view.from)})}
      </Text>
    </Card>
  )
}

function Told({known, student, isOpen}: {known: KnownStudent; student: string; isOpen: boolean}) {
  const text = useText()
  const {story, complete} = known
  // Of what is known only this, so that a word on how far the reading is draws no row anew.
  const timeline = timelineOf(student, story.facts, story.reconciliation.entries, {complete})
  return (
    <Stack gap={5}>
      <Identities identities={timeline.identities} isOpen={isOpen} />
      <StudentNews known={known} />
      <StudentTimeline
        complete={complete}
        from={searchedFrom(known)}
        story={story}
        student={student}
        timeline={timeline}
        title={text('students.timeline')}
      />
    </Stack>
  )
}

/** Older payments are found by id and by email already; a scan further back costs Stripe's patience. */
function SearchOlder({isOffered, onSearch}: {isOffered: boolean; onSearch: () => void}) {
  const text = useText()
  if (!isOffered) return null
  return (
    <Box>
      <Button fontSize={1} mode="bleed" onClick={onSearch} padding={2} text={text('students.search_older')} />
    </Box>
  )
}
