import {Box, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useClient} from 'sanity'
import {usePasses} from '../../hooks/passes-context.ts'
import type {School} from '../../core/contract/school.ts'
import {useText} from '../../i18n/use-text.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {SchoolTabs} from './SchoolTabs.tsx'
import {schoolsOfStudent, schoolsToShow} from './student-schools.ts'
import {StudentAtSchool} from './StudentAtSchool.tsx'
import {useSharedResource} from './use-shared-resource.ts'
import {Waiting} from '../parts/Waiting.tsx'

const CLIENT = {apiVersion: '2025-02-19'}

export type StudentPanelProps = {
  /** A user document's id. Another one needs another `key`. */
  student: string
  /** The schools that the person may act for: at least one. */
  allowed: readonly School[]
  /** The school to look at first; also the one that stands in for a student of no school. */
  chosen: string | null
  onChoose: (school: string) => void
  /** The student's own document stands beside this. */
  isOpen?: boolean
}

/** One person's payments and passes, at each of their schools. The same in the tool and beside the document. */
export function StudentPanel({student, allowed, chosen, onChoose, isOpen = false}: StudentPanelProps) {
  const text = useText()
  const client = useClient(CLIENT)
  const {schema} = usePasses()
  const panel = useId()
  const named = useSharedResource(() => schoolsOfStudent({client, schema}, student))

  if (named.state === 'loading') return <Waiting what={text('students.loading')} />
  if (named.state === 'failed') return <FaultCard fault={named.fault} onRetry={named.refresh} />

  const schools = schoolsToShow(named.value, allowed, chosen)
  const school = schools.find(({id}) => id === chosen) ?? schools[0]
  if (school === undefined) return null
  const isStandIn = !named.value.includes(school.id)

  return (
    <Stack gap={4}>
      <SchoolTabs onSelect={onChoose} panel={panel} schools={schools} selected={school.id} />
      {isStandIn && (
        <Text muted size={1}>
          {text(named.value.length === 0 ? 'students.no_school' : 'students.other_schools', {
            school: school.name,
          })}
        </Text>
      )}
      <Box
        {...(schools.length > 1 ? {'aria-labelledby': `${panel}-${school.id}`, role: 'tabpanel'} : {})}
        id={panel}
      >
        <StudentAtSchool isOpen={isOpen} key={school.id} school={school} student={student} />
      </Box>
    </Stack>
  )
}
