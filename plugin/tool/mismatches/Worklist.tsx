import {Box, Flex} from '@sanity/ui'
import type {Row} from '../../engine/rows.ts'
import type {ReadyDesk} from '../../hooks/use-desk.ts'
import {FaultCard} from '../parts/FaultCard.tsx'
import {MendingDialogs} from '../parts/MendingDialogs.tsx'
import {ReadingProgress} from '../parts/ReadingProgress.tsx'
import {useAnnounced} from '../parts/use-announced.ts'
import {useMending} from '../parts/use-mending.tsx'
import {useWording} from '../parts/use-wording.ts'
import {useLikelyParts} from '../use-likely-parts.ts'
import {EntryList} from './EntryList.tsx'
import {ExportButton} from './ExportButton.tsx'
import {FilterBar} from './FilterBar.tsx'
import {Freshness} from './Freshness.tsx'
import {countTabs, selectRows} from './select-entries.ts'
import {RowStyles} from './RowStyles.tsx'
import {TabBar} from './TabBar.tsx'
import {useTypedText} from './use-typed-text.ts'
import type {SetView, View} from './view.ts'

const NO_ROWS: readonly Row[] = []

type WorklistProps = {
  state: ReadyDesk
  view: View
  onView: SetView
}

/** Everything that was read, as a list to be worked through. */
export function Worklist({state: known, view: said, onView: say}: WorklistProps) {
  const {desk, stale, asOf, refresh} = known
  const {rows, index, isWhole} = desk
  // While older rows are still coming it is still being read: nothing is counted, and nothing is said to be all.
  const state = isWhole ? known : {...known, refreshing: true, progress: null}
  const isEmpty = !isWhole && rows.length === 0
  const wording = useWording(index.school)
  const {text, times} = wording
  const typed = useTypedText(said.text, (next) => say({text: next, open: null}, {replace: true}))
  const view = {...said, text: typed.text}
  const onView = (next: Partial<View>) => {
    if (next.text === undefined) typed.settle()
    else typed.put(next.text)
    say({text: typed.text, ...next})
  }
  // In any other order the first that are there are not the first of all.
  const shown = isWhole || view.sort === 'newest' ? selectRows(rows, view) : NO_ROWS
  const mending = useMending(index, wording, {hasKeys: true})
  useLikelyParts(isWhole)
  useAnnounced(
    'results',
    isWhole ? text('mismatches.said', {tab: text(`mismatches.tab.${view.tab}`), count: shown.length}) : '',
  )

  return (
    <Flex direction="column" height="fill">
      <Box flex="none" paddingX={[3, 3, 4]} paddingTop={3}>
        <Flex direction="column" gap={3}>
          <Flex gap={3} align="center" wrap="wrap" justify="space-between">
            <TabBar
              selected={view.tab}
              counts={isWhole ? countTabs(rows) : null}
              onSelect={(tab) => onView({tab, open: null})}
            />
            <Flex align="center" gap={2} style={{minWidth: 0, maxWidth: '100%'}}>
              {isEmpty ? null : <Freshness state={state} timeZone={index.school.timeZone} />}
              <ExportButton rows={isWhole ? shown : []} index={index} wording={wording} />
            </Flex>
          </Flex>
          <FilterBar
            view={view}
            field={typed.field}
            rows={rows}
            count={isWhole ? shown.length : null}
            onView={onView}
          />
          {stale ? (
            <FaultCard
              fault={stale}
              onRetry={refresh}
              since={text('fault.old_since', {time: times.dateTime(asOf)})}
            />
          ) : null}
        </Flex>
      </Box>
      <Flex direction="column" flex={1} style={{minHeight: 0, position: 'relative'}} id="passes-list">
        {isWhole || shown.length > 0 ? null : <StillReading progress={isEmpty ? known.progress : null} />}
        <EntryList
          rows={rows}
          shown={shown}
          view={view}
          state={state}
          wording={wording}
          index={index}
          onView={onView}
          mending={mending}
        />
      </Flex>
      <RowStyles school={index.school} />
      <MendingDialogs mending={mending} index={index} wording={wording} />
    </Flex>
  )
}

/** How far it is read, over the empty list, whose keys can be looked up meanwhile. */
function StillReading({progress}: Pick<ReadyDesk, 'progress'>) {
  return (
    <Flex
      align="center"
      justify="center"
      padding={5}
      style={{position: 'absolute', inset: 0, pointerEvents: 'none'}}
    >
      <ReadingProgress progress={progress} />
    </Flex>
  )
}
