import {Box, Flex, Text} from '@sanity/ui'
import {useRef, useState} from 'react'
import type {ReconciliationState} from '../../hooks/use-reconciliation.ts'
import {BulkRepair} from '../bulk/BulkRepair.tsx'
import {useBulk} from '../bulk/use-bulk.ts'
import type {Wording} from '../parts/evidence-words.ts'
import type {FactsIndex} from '../parts/facts-index.ts'
import type {Mending} from '../parts/use-mending.tsx'
import {EmptyList} from './EmptyList.tsx'
import {EntryRow} from './EntryRow.tsx'
import {heldOrder} from './held-order.ts'
import {Notices} from './Notices.tsx'
import {useRowKeys} from './use-row-keys.ts'
import {whoseWords} from '../parts/whose-words.ts'
import type {Row} from './select-entries.ts'
import type {View} from './view.ts'
import {VirtualRows, type VirtualRowsHandle} from './VirtualRows.tsx'

type EntryListProps = {
  /** Every row there is; those that the view shows are `shown`. */
  rows: readonly Row[]
  shown: readonly Row[]
  view: View
  state: Extract<ReconciliationState, {state: 'ready'}>
  wording: Wording
  index: FactsIndex
  mending: Mending
  onView: (next: Partial<View>) => void
}

/**
 * The rows of one view. A row that was repaired stays where it is until the view is left, and one that came since
 * waits behind a button: nothing moves under a pointer.
 */
export function EntryList(props: EntryListProps) {
  const {rows, shown, view, state, wording, index, mending, onView} = props
  const {repairing} = mending
  const {text} = wording
  const [order, setOrder] = useState(() => shown.map(keyOf))
  const list = useRef<VirtualRowsHandle>(null)
  const {listed, done, fresh} = heldOrder(order, rows, shown)

  const toggle = (key: string, place: number) => {
    onView({open: view.open === key ? null : key})
    if (view.open !== key) list.current?.reveal(place)
  }
  const bulk = useBulk(listed)
  const keys = useRowKeys({
    count: listed.length,
    onMove: (place) => list.current?.focus(place),
    onRepair: (place) => {
      const entry = listed[place]?.entry
      if (entry) repairing.start(entry)
    },
    onUndo: mending.undoLast,
    onSelect(place, range) {
      const row = listed[place]
      if (row) bulk.pick(row, range)
    },
  })

  return (
    <Flex direction="column" flex={1} style={{minHeight: 0}} id="passes-list">
      <Notices
        fresh={fresh}
        unchecked={state.unchecked}
        onShowFresh={() => setOrder(shown.map(keyOf))}
        onCheckOlder={() => onView({days: 365})}
      />
      {listed.length === 0 ? (
        <EmptyList view={view} rows={rows} state={state} wording={wording} onView={onView} />
      ) : (
        <VirtualRows
          ref={list}
          label={text('mismatches.list')}
          keys={listed.map(keyOf)}
          onKeyDown={keys.onKeyDown}
          renderRow={(place) => {
            const row = listed[place]
            if (!row) return null
            const key = keyOf(row)
            return (
              <EntryRow
                row={row}
                index={index}
                wording={wording}
                isOpen={view.open === key}
                isDone={done.has(key)}
                isCurrent={keys.current === place}
                isSelected={bulk.isSelected(row)}
                maySelect={bulk.maySelect(row)}
                onSelect={(range) => bulk.pick(row, range)}
                onFocus={() => keys.setCurrent(place)}
                onToggle={() => toggle(key, place)}
                onRepair={(choice) => repairing.start(row.entry, choice)}
                onOther={(kind) => repairing.startOther(row.entry, kind)}
                onUndo={({id, kind}) =>
                  mending.undoing.start({id, kind, whose: whoseWords(row, text), record: null})
                }
              />
            )
          }}
        />
      )}
      <BulkRepair bulk={bulk} index={index} wording={wording} />
      <Box flex="none" paddingX={[3, 3, 4]} paddingY={2} display={['none', 'none', 'block']}>
        <Text size={0} muted>
          {text('mismatches.keys')}
        </Text>
      </Box>
    </Flex>
  )
}

function keyOf({entry}: Row): string {
  return entry.key
}
