import {Card, Stack, Text} from '@sanity/ui'
import {useClient} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {School} from '../core/contract/school.ts'
import {usePasses} from '../hooks/passes-context.ts'
import {useSchools} from '../hooks/use-schools.ts'
import {useStudent} from '../hooks/use-student.ts'
import {useText} from '../i18n/use-text.ts'
import {FaultCard} from '../tool/parts/FaultCard.tsx'
import {Waiting} from '../tool/parts/Waiting.tsx'
import {schoolsToShow} from '../tool/students/student-schools.ts'
import {StudentNews} from '../tool/students/StudentNews.tsx'
import {StudentTimeline} from '../tool/students/StudentTimeline.tsx'
import {StudentReading} from '../tool/students/StudentReading.tsx'
import {searchedFrom, timelineOf} from '../tool/students/timeline.ts'
import {useSharedResource} from '../tool/students/use-shared-resource.ts'
import {holderOfEntitlement} from './entitlement-holder.ts'

const CLIENT = {apiVersion: '2025-02-19'}
/** How far back the school's payments are searched for one without an id on the pass. */
const DAYS = 90

/** The payment of the pass whose document is open, and the verdict on the two. */
export function InspectedEntitlement({entitlement}: {entitlement: string}) {
  const text = useText()
  const client = useClient(CLIENT)
  const {schema} = usePasses()
  const schools = useSchools()
  const holder = useSharedResource(() => holderOfEntitlement({client, schema}, entitlement))

  if (holder.state === 'loading' || schools.state !== 'ready') {
    return <Waiting what={text('students.loading')} />
  }
  if (holder.state === 'failed') return <FaultCard fault={holder.fault} onRetry={holder.refresh} />
  if (holder.value === null) return <Remark words={text('inspector.not_published')} />

  const {student, reference, schools: named} = holder.value
  if (student === null) {
    const words =
      reference === null ? text('inspector.no_student') : text('inspector.student_gone', {id: reference})
    return <Remark words={words} />
  }
  const [school] = schoolsToShow(named, schools.schools, null)
  if (school === undefined || (named.length > 0 && !named.includes(school.id))) {
    return <Remark words={text('inspector.other_school')} />
  }
  return <PaymentOf entitlement={entitlement} school={school} student={student} />
}

function PaymentOf({entitlement, school, student}: {entitlement: string; school: School; student: string}) {
  const text = useText()
  const {schema} = usePasses()
  const known = useStudent(school.id, student, DAYS)
  if (known.state === 'loading') return <StudentReading school={school} progress={known.progress} />
  if (known.state === 'failed') return <FaultCard fault={known.fault} onRetry={known.refresh} />
  if (known.state === 'unknown') return <Remark words={text('inspector.not_seen', {school: school.name})} />

  const {story, complete} = known
  const whole = timelineOf(student, story.facts, story.reconciliation.entries, {complete})
  const items = [...whole.items, ...whole.forOthers].filter(({entitlements}) =>
    entitlements.some(({id}) => id === entitlement),
  )
  return (
    <Stack gap={5}>
      <StudentNews known={known} />
      {items.length === 0 ? (
        <Remark words={text('inspector.not_seen', {school: school.name})} />
      ) : (
        <StudentTimeline
          complete={complete}
          from={searchedFrom(known)}
          story={story}
          timeline={{...whole, items, forOthers: []}}
          title={text('inspector.payment')}
        />
      )}
      <Text size={1}>
        <IntentLink
          intent="edit"
          params={{id: student, type: schema.map.kinds.student.type, inspect: 'passes'}}
        >
          {text('inspector.whole_student')}
        </IntentLink>
      </Text>
    </Stack>
  )
}

function Remark({words}: {words: string}) {
  return (
    <Card border padding={4} radius={2}>
      <Text muted size={1}>
        {words}
      </Text>
    </Card>
  )
}
