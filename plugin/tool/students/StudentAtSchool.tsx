import {Stack} from '@sanity/ui'
import type {School} from '../../core/contract/school.ts'
import {useStudent} from '../../hooks/use-student.ts'
import {useText} from '../../i18n/use-text.ts'
import {Waiting} from '../parts/Waiting.tsx'
import {Identities} from './Identities.tsx'
import {StudentFault} from './StudentFault.tsx'
import {StudentNews} from './StudentNews.tsx'
import {timelineOf} from './timeline.ts'
import {StudentTimeline} from './StudentTimeline.tsx'

type StudentAtSchoolProps = {school: School; student: string}

/** One person at one school: who they are, what they paid, what they hold. */
export function StudentAtSchool({school, student}: StudentAtSchoolProps) {
  const text = useText()
  const known = useStudent(school.id, student)
  if (known.state === 'loading') return <Waiting what={text('students.loading')} />
  if (known.state === 'failed') return <StudentFault fault={known.fault} onRetry={known.refresh} />

  const timeline = timelineOf(student, known.facts, known.entries, known)
  return (
    <Stack gap={5}>
      <StudentNews known={known} />
      <Identities identities={timeline.identities} />
      <StudentTimeline known={known} timeline={timeline} />
    </Stack>
  )
}
