import {Box, Flex} from '@sanity/ui'
import type {School} from '../../core/contract/school.ts'
import {useDesk} from '../../hooks/use-desk.ts'
import {useRoute} from '../../hooks/use-route.ts'
import {useSchool} from '../../hooks/use-school.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {readView, writeView, type View} from './view.ts'
import {Worklist} from './Worklist.tsx'

/** The worklist: what was paid on the left, what is held on the right, and what does not agree. */
export function MismatchesScreen() {
  const {school} = useSchool()
  return school === null ? null : <SchoolMismatches key={school.id} school={school} />
}

function SchoolMismatches({school}: {school: School}) {
  const {search, go} = useRoute()
  const view = readView(search)
  const state = useDesk(school.id, view.days)
  const setView = (next: Partial<View>) =>
    go({search: writeView({...view, ...next}, search)}, {replace: true})
  if (state.state === 'loading') {
    return (
      <Flex align="center" justify="center" height="fill" padding={5}>
        <ReadingProgress progress={state.progress} />
      </Flex>
    )
  }
  if (state.state === 'failed') {
    return (
      <Box padding={[3, 4, 5]}>
        <FaultCard fault={state.fault} onRetry={state.refresh} />
      </Box>
    )
  }
  return <Worklist state={state} view={view} onView={setView} />
}
