import {Box, Container, Stack, Text} from '@sanity/ui'
import {useRoute} from '../../hooks/use-route.ts'
import {useSchool} from '../../hooks/use-school.ts'
import {useSchools} from '../../hooks/use-schools.ts'
import {useText} from '../../i18n/use-text.ts'
import {StudentPanel} from './StudentPanel.tsx'
import {StudentSearch} from './StudentSearch.tsx'

/** Look a student up, and see what was paid beside what is held. The student is in the address. */
export function StudentsScreen() {
  const text = useText()
  const {item, search, go} = useRoute()
  const schools = useSchools()
  const {school} = useSchool()
  if (schools.state !== 'ready' || school === null) return null

  return (
    <Box height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={2}>
        <Stack gap={5}>
          <StudentSearch onChoose={(student) => go({item: student})} school={school} />
          {item === null ? (
            <Text align="center" muted size={1}>
              {text('students.nobody_chosen')}
            </Text>
          ) : (
            <StudentPanel
              allowed={schools.schools}
              chosen={school.id}
              key={item}
              onChoose={(id) => go({search: {...search, school: id}})}
              student={item}
            />
          )}
        </Stack>
      </Container>
    </Box>
  )
}
