import {Box, Flex, SrOnly} from '@sanity/ui'
import {useState} from 'react'
import type {Entry} from '../../core/contract/entry.ts'
import type {ReconciliationState} from '../../hooks/use-reconciliation.ts'
import {entryParties} from '../parts/entry-parties.ts'
import {indexFacts} from '../parts/facts-index.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {RepairDialog} from '../parts/RepairDialog.tsx'
import {repairVerb} from '../parts/repair-verb.ts'
import {useRepairFlow} from '../parts/use-repair-flow.ts'
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
  const [said, setSaid] = useState('')

  const describe = (entry: Entry) => {
    const {studentName, passName} = entryParties(entry, index)
    return {
      title: text('repair.done', {verb: repairVerb(entry, text) ?? text('verb.choose')}),
      description: text('repair.done_for', {
        student: studentName ?? text('entry.nobody'),
        pass: passName ?? text('entry.no_pass_named'),
      }),
    }
  }
  const repairing = useRepairFlow(facts.school.id, {
    describe,
    onDone: (entry) => {
      const {title, description} = describe(entry)
      setSaid(`${title}. ${description}.`)
    },
  })

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
        repairing={repairing}
      />
      <RepairDialog repairing={repairing} index={index} />
      <SrOnly as="output" aria-live="polite">
        {said}
      </SrOnly>
    </Flex>
  )
}
