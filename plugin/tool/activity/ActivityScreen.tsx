import {Box, Container} from '@sanity/ui'
import {useRoute} from '../../hooks/use-route.ts'
import {useSchool} from '../../hooks/use-school.ts'
import {RecordList} from './RecordList.tsx'

/** What was repaired at the school: who, when, why, before and after, and the way back. */
export function ActivityScreen() {
  const {school} = useSchool()
  const {search, go} = useRoute()
  if (school === null) return null
  const batch = search['batch'] ?? null
  const showBatch = (next: string | null) => {
    const {batch: _, ...others} = search
    go({search: next === null ? others : {...others, batch: next}})
  }
  return (
    <Box height="fill" overflow="auto" padding={[3, 4, 5]}>
      <Container width={2}>
        <RecordList key={`${school.id} ${batch ?? ''}`} school={school} batch={batch} onBatch={showBatch} />
      </Container>
    </Box>
  )
}
