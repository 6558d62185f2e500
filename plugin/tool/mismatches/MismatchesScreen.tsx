import {Box, Stack} from '@sanity/ui'
import type {FaultCode} from '../../core/contract/fault.ts'
import type {School} from '../../core/contract/school.ts'
import {useDesk, type ReadyDesk} from '../../hooks/use-desk.ts'
import {useRoute} from '../../hooks/use-route.ts'
import {useSchool} from '../../hooks/use-school.ts'
import {FirstRun} from '../later-parts.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {Late} from '../parts/Late.tsx'
import {unreadDesk} from './unread-desk.ts'
import {isSame, readView, writeView, type SetView} from './view.ts'
import {Worklist} from './Worklist.tsx'

/** Faults that tell of something that was not set up, rather than of something that broke. */
const OF_SETUP: ReadonlySet<FaultCode> = new Set(['account_unreadable', 'misconfigured'])

/** What is said of a reading that has only begun. */
const UNREAD = {
  stale: null,
  asOf: 0,
  complete: false,
  unchecked: 0,
  elsewhere: 0,
  upkeep: null,
  refreshing: true,
} as const

/** The worklist: what was paid on the left, what is held on the right, and what does not agree. */
export function MismatchesScreen() {
  const {school} = useSchool()
  return school === null ? null : <SchoolMismatches key={school.id} school={school} />
}

function SchoolMismatches({school}: {school: School}) {
  const {search, go} = useRoute()
  const view = readView(search)
  const state = useDesk(school.id, view.days)
  const unread = unreadDesk(school)
  const setView: SetView = (next, options) => {
    const to = writeView({...view, ...next}, search)
    // Whoever asks for what is shown already has taken no step to come back from.
    if (!isSame(to, search)) go({search: to}, options)
  }
  if (state.state === 'failed') {
    return (
      <Box padding={[3, 4, 5]} height="fill" overflow="auto">
        <Stack gap={4}>
          <FaultCard fault={state.fault} onRetry={state.refresh} />
          {OF_SETUP.has(state.fault.code) ? (
            <Late>
              <FirstRun school={school} />
            </Late>
          ) : null}
        </Stack>
      </Box>
    )
  }
  const shown: ReadyDesk =
    state.state === 'ready' ? state : {...UNREAD, ...state, state: 'ready', desk: unread}
  return <Worklist state={shown} view={view} onView={setView} />
}
