import {Card} from '@sanity/ui'
import {memo, useState} from 'react'
import type {Choice, RepairKind, RepairRecord} from '../../core/contract/repair.ts'
import type {FactsIndex} from '../../engine/facts-index.ts'
import type {Row} from '../../engine/rows.ts'
import {RowCheckbox} from '../bulk/RowCheckbox.tsx'
import {EntryDetails} from '../later-parts.ts'
import type {Wording} from '../parts/evidence-words.ts'
import {Late} from '../parts/Late.tsx'
import {repairVerb} from '../parts/repair-verb.ts'
import {ROW, ROW_BUTTON} from './row-look.ts'
import {rowSentence, rowWords} from './row-words.ts'
import {RowSummary} from './RowSummary.tsx'
import {RowVerb} from './RowVerb.tsx'

/** What can be done with a row; the same for all of them. */
export type RowActions = {
  toggle: (key: string, place: number) => void
  focus: (place: number) => void
  /** With `range`: everything between it and the one picked last. */
  select: (row: Row, range: boolean) => void
  repair: (row: Row, choice?: Choice) => void
  other: (row: Row, kind: RepairKind) => void
  /** A note to it is written, or no longer. */
  note: (row: Row, isNoting: boolean) => void
  undo: (row: Row, record: RepairRecord) => void
}

type EntryRowProps = {
  row: Row
  place: number
  wording: Wording
  actions: RowActions
  isOpen: boolean
  /** What its details are looked up in; null where it is closed. */
  index: FactsIndex | null
  /** A note is being written. */
  isNoting: boolean
  /** It was repaired since the list was laid out. */
  isDone: boolean
  /** The keyboard is on it. */
  isCurrent: boolean
  isSelected: boolean
  /** Null where it may not be repaired with others; false where it is of another kind than those selected. */
  maySelect: boolean | null
}

// Around the whole row: the button in it is cut off at the row's edge, and its own ring with it.
const RING = {outline: '2px solid var(--card-focus-ring-color)', outlineOffset: -2}

/** One payment and its pass: the money left, the pass right, why between the lines, and one verb. */
// The compiler remembers nothing inside a loop, and while somebody scrolls only the rows that come are new.
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const {row, place, index, wording, actions, isOpen, isNoting, isDone} = props
  const {isCurrent, isSelected, maySelect} = props
  const {entry} = row
  const {text} = wording
  const verb = isDone ? null : repairVerb(entry, text)
  const [isRinged, setIsRinged] = useState(false)
  const detailsId = `passes-details-${entry.key}`
  const onFocus = () => actions.focus(place)
  return (
    <div className="row">
      <Card
        {...ROW}
        tone={isDone ? 'positive' : 'default'}
        data-entry={entry.key}
        style={isRinged ? RING : undefined}
      >
        <div className="row-line">
          <RowCheckbox
            words={() => selectWords(row, wording)}
            {...{isSelected, maySelect, isCurrent, onFocus}}
            onSelect={(range) => actions.select(row, range)}
          />
          <div className="row-stack row-whole">
            <Card
              {...ROW_BUTTON}
              as="button"
              data-row-button
              aria-expanded={isOpen}
              aria-controls={detailsId}
              aria-label={rowSentence(row, wording)}
              tabIndex={isCurrent ? 0 : -1}
              onFocus={(event) => {
                setIsRinged(event.currentTarget.matches(':focus-visible'))
                onFocus()
              }}
              onBlur={() => setIsRinged(false)}
              onClick={() => actions.toggle(entry.key, place)}
            >
              <RowSummary {...{row, wording, isOpen, isDone}} />
            </Card>
            <RowVerb
              verb={verb}
              confidence={entry.confidence}
              onFocus={onFocus}
              onRepair={() => actions.repair(row)}
            />
          </div>
        </div>
        <div id={detailsId} hidden={!isOpen}>
          {isOpen && index !== null ? (
            <Late>
              <EntryDetails
                {...{row, index, wording, isNoting}}
                onNoting={(is) => actions.note(row, is)}
                onRepair={(choice) => actions.repair(row, choice)}
                onOther={(kind) => actions.other(row, kind)}
                onUndo={(record) => actions.undo(row, record)}
              />
            </Late>
          ) : null}
        </div>
      </Card>
    </div>
  )
})

function selectWords(row: Row, wording: Wording): string {
  const {paid, student, pass} = rowWords(row, wording)
  return wording.text('bulk.select', {student, pass, money: paid})
}
