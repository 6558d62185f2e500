import {useRef, useState} from 'react'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Row} from '../../engine/rows.ts'
import type {ReadyDesk} from '../../hooks/use-desk.ts'
import {useRoute} from '../../hooks/use-route.ts'
import {useBulk, type Bulk} from '../bulk/use-bulk.ts'
import type {FirstText} from '../../i18n/use-first-text.ts'
import {BulkRepair} from '../later-parts.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {Late} from '../parts/Late.tsx'
import type {Mending} from '../parts/use-mending.tsx'
import {ClosedLink} from './ClosedLink.tsx'
import {EmptyList} from './EmptyList.tsx'
import {EntryRow} from './EntryRow.tsx'
import {KeyHint} from './KeyHint.tsx'
import {Notice} from './Notice.tsx'
import {createRowFrame} from './row-frame.ts'
import {RowLook} from './row-look.ts'
import {RowGlimpse} from './RowGlimpse.tsx'
import {useHeldOrder} from './use-held-order.ts'
import {useListWork} from './use-list-work.ts'
import {writeView, type View} from './view.ts'
import {VirtualRows, type VirtualRowsHandle} from './VirtualRows.tsx'

type EntryListProps = {
  /** Every row there is; those that the view shows are `shown`. */
  rows: readonly Row[]
  shown: readonly Row[]
  view: View
  state: ReadyDesk
  wording: Wording
  index: FactsIndex
  mending: Mending
  onView: (next: Partial<View>) => void
}

/** The rows of one view. */
export function EntryList(props: EntryListProps) {
  const {rows, shown, view, state, wording, index, mending, onView} = props
  const {text} = wording
  const {isWhole} = state.desk
  const list = useRef<VirtualRowsHandle>(null)
  const [frame] = useState(createRowFrame)
  const name = nameOf(view)
  const {listed, done, fresh, layAnew} = useHeldOrder(name, {rows, shown, isWhole})
  const bulk = useBulk(name, listed)
  const {keys, actions, noting} = useListWork({name, listed, view, list, bulk, mending, wording, onView})
  const showFresh = () => {
    const laid = new Set(listed.map(keyOf))
    const first = shown.findIndex((row) => !laid.has(keyOf(row)))
    layAnew()
    keys.setCurrent(first)
    // The button goes with the last row that waited.
    requestAnimationFrame(() => list.current?.focus(first))
  }

  return (
    <>
      <Unchecked count={state.unchecked} text={text} onCheck={() => onView({days: 365})} />
      <ClosedLink {...{rows, listed, view, text, isWhole, onView}} />
      {listed.length === 0 && isWhole ? (
        <EmptyList view={view} rows={rows} state={state} wording={wording} onView={onView} />
      ) : (
        <RowLook>
          <VirtualRows
            {...{ref: list, frame}}
            label={text('mismatches.list')}
            view={name}
            keys={listed.map(keyOf)}
            current={keys.current}
            onKeyDown={keys.onKeyDown}
            renderRow={(place) => {
              const row = listed[place]
              if (!row) return null
              const {key} = row.entry
              return (
                <EntryRow
                  row={row}
                  place={place}
                  wording={wording}
                  actions={actions}
                  isOpen={view.open === key}
                  index={view.open === key ? index : null}
                  isNoting={noting === key}
                  isDone={done.has(key) && !row.tab.includes('review')}
                  isCurrent={keys.current === place}
                  isSelected={bulk.isSelected(row)}
                  maySelect={bulk.maySelect(row)}
                />
              )
            }}
            renderGlimpse={(place) => {
              const row = listed[place]
              return row ? <RowGlimpse row={row} wording={wording} /> : null
            }}
          />
        </RowLook>
      )}
      <Fresh count={fresh} text={text} onShow={showFresh} />
      {rows.length > 0 || isWhole ? <ManyAtOnce bulk={bulk} index={index} wording={wording} /> : null}
      <KeyHint text={text} />
    </>
  )
}

/** Passes whose payment was neither read nor asked for. */
function Unchecked({count, text, onCheck}: {count: number; text: FirstText; onCheck: () => void}) {
  if (count === 0) return null
  const words = text('mismatches.unchecked', {count})
  return <Notice words={words} button={text('mismatches.check_older')} onAct={onCheck} />
}

/** Entries that came since the list was laid out. Below the rows: above them it would push each from under a pointer. */
function Fresh({count, text, onShow}: {count: number; text: FirstText; onShow: () => void}) {
  if (count === 0) return null
  const words = text('mismatches.new', {count})
  return <Notice words={words} button={text('mismatches.show_new')} onAct={onShow} />
}

/** Nothing of it is loaded before somebody picks a row, or comes back to what was done at once. */
function ManyAtOnce(props: {bulk: Bulk; index: FactsIndex; wording: Wording}) {
  const {search} = useRoute()
  const isWanted = props.bulk.selected.length > 0 || search['batch'] !== undefined
  const [isThere, setIsThere] = useState(isWanted)
  // Once there it stays: what became of the rows is told after the last of them is no longer selected.
  if (isWanted && !isThere) setIsThere(true)
  if (!isThere) return null
  return (
    <Late>
      <BulkRepair {...props} />
    </Late>
  )
}

/** A view by its name; which row is open in it is no other view. */
function nameOf(view: View): string {
  return JSON.stringify(writeView({...view, open: null}, {}))
}

function keyOf({entry}: Row): string {
  return entry.key
}
