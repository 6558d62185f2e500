import {Box, Container} from '@sanity/ui'
import {useSchool} from '../../hooks/use-school.ts'
import {HealthReport} from './HealthReport.tsx'

/** What is wrong with the installation, before a student notices. */
export function HealthScreen() {
  const {school} = useSchool()
  if (school === null) return null
  return (
    <Box height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={2}>
        <HealthReport key={school.id} school={school} />
      </Container>
    </Box>
  )
}
