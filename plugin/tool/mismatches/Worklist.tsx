import {Box, Flex} from '@sanity/ui'
import type {ReconciliationState} from '../../hooks/use-reconciliation.ts'
import {indexFacts} from '../parts/facts-index.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {MendingDialogs} from '../parts/MendingDialogs.tsx'
import {useMending} from '../parts/use-mending.tsx'
import {useWording} from '../parts/use-wording.ts'
import {EntryList} from './EntryList.tsx'
import {FilterBar} from './FilterBar.tsx'
import {Freshness} from './Freshness.tsx'
import {countTabs, rowsOf, selectRows} from './select-entries.ts'
import {TabBar} from './TabBar.tsx'
import {writeView, type View} from './view.ts'

type WorklistProps = {
  state: Extract<ReconciliationState, {state: 'ready'}>
  view: View
  onView: (next: Partial<View>) => void
}

/** Everything that was read, as a list to be worked through. */
export function Worklist({state, view, onView}: WorklistProps) {
  const {facts, reconciliation, stale, asOf, refresh} = state
  const index = indexFacts(facts)
  const wording = useWording(facts.school)
  const {text, times} = wording
  const rows = rowsOf(reconciliation.entries, index)
  const shown = selectRows(rows, view)
  const mending = useMending(index, wording)

  return (
    <Flex direction="column" height="fill">
      <Box flex="none" paddingX={[3, 3, 4]} paddingTop={3}>
        <Flex direction="column" gap={3}>
          <Flex gap={3} align="center" wrap="wrap" justify="space-between">
            <TabBar
              selected={view.tab}
              counts={countTabs(rows)}
              onSelect={(tab) => onView({tab, open: null})}
            />
            <Freshness state={state} />
          </Flex>
          <FilterBar view={view} rows={rows} count={shown.length} onView={onView} />
          {stale ? (
            <FaultCard
              fault={stale}
              onRetry={refresh}
              since={text('fault.old_since', {time: times.dateTime(asOf)})}
            />
          ) : null}
        </Flex>
      </Box>
      <EntryList
        key={JSON.stringify(writeView({...view, open: null}, {}))}
        rows={rows}
        shown={shown}
        view={view}
        state={state}
        wording={wording}
        index={index}
        onView={onView}
        mending={mending}
      />
      <MendingDialogs mending={mending} index={index} wording={wording} />
    </Flex>
  )
}
